DROP TABLE thematic_group_animators;
DROP TABLE thematic_group_members;
DROP TABLE thematic_group_countries;
DROP TABLE thematic_group_themes;
DROP TABLE thematic_groups;
