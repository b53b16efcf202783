DROP TABLE event_countries;
DROP TABLE event_themes;
DROP TABLE event_organisations;
DROP TABLE events;
