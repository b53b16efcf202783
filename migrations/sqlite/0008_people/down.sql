DROP TABLE mails;
DROP TABLE memberships;
DROP TABLE sign_in_links;
DROP TABLE signing_keys;
DROP TABLE refresh_tokens;
DROP TABLE sessions;
DROP TABLE users;
