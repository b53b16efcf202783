DROP TABLE co_leads;
