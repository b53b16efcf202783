//! News.

use crate::columns::{codes, day, ids, read_list, replace_list};
use crate::lookup::Lookup;
use crate::schema::{news, news_authors, news_countries, news_events, news_projects, news_themes};
use crate::sql::{Doc, Id};
use crate::stored::{Stored, present};
use crate::{Conn, Result, authors};
use aect_types::news::{News, NewsInput, NewsRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = news, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    title: String,
    summary: Option<String>,
    description: Option<String>,
    published_on: String,
    useful_until: Option<String>,
    links: Doc,
}

impl Row {
    fn new(id: Uuid, input: &NewsInput) -> Result<Self> {
        Ok(Self {
            id: Id(id),
            title: input.title.clone(),
            summary: input.summary.clone(),
            description: input.description.clone(),
            published_on: input.published_on.to_string(),
            useful_until: input.useful_until.map(|day| day.to_string()),
            links: Doc::of(&input.links)?,
        })
    }
}

impl Stored for NewsInput {
    type Record = News;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.title.clone())
    }

    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        vec![("description", self.description.as_ref())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = news::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let row = present(row, "news", id)?;
        let of = Id(id);
        let countries: Vec<String> =
            read_list!(conn, news_countries, news_id = of, news_countries::country_code);
        let themes: Vec<Id> = read_list!(conn, news_themes, news_id = of, news_themes::theme_id);
        let projects: Vec<Id> = read_list!(conn, news_projects, news_id = of, news_projects::project_id);
        let events: Vec<Id> = read_list!(conn, news_events, news_id = of, news_events::event_id);
        let authors: Vec<authors::Columns> = read_list!(
            conn,
            news_authors,
            news_id = of,
            (news_authors::collectivity_id, news_authors::actor_id)
        );
        Ok(Self {
            title: row.title,
            summary: row.summary,
            description: row.description,
            published_on: day(&row.published_on)?,
            useful_until: row.useful_until.as_deref().map(day).transpose()?,
            countries: codes(&countries)?,
            links: row.links.read()?,
            authors: authors::read(authors),
            themes: ids(themes),
            projects: ids(projects),
            events: ids(events),
        })
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self)?;
        if new {
            diesel::insert_into(news::table).values(&row).execute(conn)?;
        } else {
            diesel::update(news::table.find(Id(id))).set(&row).execute(conn)?;
        }
        save_lists(conn, Id(id), self, new)
    }

    fn render(self, meta: Meta, lookup: &mut Lookup<'_>) -> Result<News> {
        let refs = NewsRefs {
            authors: authors::named(&self.authors, lookup)?,
            themes: lookup.each(&self.themes, Lookup::theme)?,
            projects: lookup.each(&self.projects, Lookup::project)?,
            events: lookup.each(&self.events, Lookup::event)?,
        };
        Ok(News::compose(meta, self, refs))
    }
}

fn save_lists(conn: &mut Conn, id: Id, input: &NewsInput, new: bool) -> Result<()> {
    replace_list!(
        conn,
        new,
        news_authors,
        news_id = id,
        &input.authors,
        |rank, author| (
            news_authors::rank.eq(rank),
            news_authors::collectivity_id.eq(author.collectivity.map(Id)),
            news_authors::actor_id.eq(author.actor.map(Id)),
        )
    );
    replace_list!(
        conn,
        new,
        news_themes,
        news_id = id,
        &input.themes,
        |rank, theme| (news_themes::rank.eq(rank), news_themes::theme_id.eq(Id(*theme)),)
    );
    replace_list!(
        conn,
        new,
        news_countries,
        news_id = id,
        &input.countries,
        |rank, country| (
            news_countries::rank.eq(rank),
            news_countries::country_code.eq(country.as_str()),
        )
    );
    replace_list!(
        conn,
        new,
        news_projects,
        news_id = id,
        &input.projects,
        |rank, project| (
            news_projects::rank.eq(rank),
            news_projects::project_id.eq(Id(*project)),
        )
    );
    replace_list!(
        conn,
        new,
        news_events,
        news_id = id,
        &input.events,
        |rank, event| (news_events::rank.eq(rank), news_events::event_id.eq(Id(*event)),)
    );
    Ok(())
}
