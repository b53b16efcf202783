DROP TABLE service_notes;
DROP TABLE interests;
DROP TABLE collectivity_codes;
DROP TABLE collectivities;
