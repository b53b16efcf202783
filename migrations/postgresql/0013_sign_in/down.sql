DROP TABLE passwords;
DROP TABLE openid_attempts;
DROP TABLE openid_identities;
