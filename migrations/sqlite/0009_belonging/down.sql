DROP TABLE visit_codes;
DROP TABLE membership_domains;
