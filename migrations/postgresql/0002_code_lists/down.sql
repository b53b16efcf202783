DROP TABLE theme_sdgs;
DROP TABLE themes;
DROP TABLE dac_sectors;
DROP TABLE sdgs;
DROP TABLE countries;
