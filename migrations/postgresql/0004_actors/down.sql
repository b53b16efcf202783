DROP TABLE partner_authorities;
DROP TABLE actors;
