DROP TABLE news_events;
DROP TABLE news_projects;
DROP TABLE news_countries;
DROP TABLE news_themes;
DROP TABLE news_authors;
DROP TABLE news;
