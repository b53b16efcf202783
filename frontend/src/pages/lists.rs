//! The lists that need nothing but their facets and orders.

use crate::intl::Browser;
use crate::session::{Who, use_session};
use crate::ui::heading::heading;
use crate::ui::list::{self as listing, Facets, ListConfig, Sorts};
use crate::ui::node::{linked, live, node};
use crate::ui::sheet::written;
use crate::ui::states;
use aect_pages::{list, rows};
use aect_types::actors::Actor;
use aect_types::countries::Country;
use aect_types::external_initiatives::ExternalInitiative;
use aect_types::given::Rules;
use aect_types::news::News;
use aect_types::partner_authorities::PartnerAuthority;
use aect_types::policy::Writers;
use aect_types::projects::Project;
use aect_types::resources::SharedResource;
use aect_types::site::EditorPage;
use aect_types::thematic_groups::ThematicGroup;
use aect_types::themes::Theme;
use aect_types::{Record, Resource};
use aect_words::Language;
use aect_words::pages::{editor, list as words};
use leptos::prelude::*;
use maud::Markup;

const BY_NAME: Sorts = &[("name", words::SORT_NAME), ("-updated_at", words::SORT_UPDATED)];
const BY_DAY: Sorts = &[
    ("-published_on", words::SORT_PUBLISHED),
    ("name", words::SORT_NAME),
    ("-updated_at", words::SORT_UPDATED),
];
const OF_PROJECTS: Sorts = &[
    ("-updated_at", words::SORT_UPDATED),
    ("name", words::SORT_NAME),
    ("-start", words::SORT_START),
];

/// The page of a list.
pub(crate) fn page(resource: Resource, language: Language) -> AnyView {
    let Some(words) = list::words(resource) else {
        return states::lost(language);
    };
    view! {
        {heading(words.title.of(language).to_owned(), language)}
        <p class="lead">{words.introduction.of(language)}</p>
        {written(list::directories(resource, Browser(language)))}
        {entering(resource, language)}
        {of(resource)}
    }
    .into_any()
}

/// The way to enter one, for those who have signed in; what only animators enter is on their own page.
pub(crate) fn entering(resource: Resource, language: Language) -> AnyView {
    let session = use_session();
    let enters = Rules::of(resource).is_some_and(|rules| rules.enter != Writers::Animators)
        && !matches!(resource, Resource::Collectivities | Resource::ThematicGroups);
    let (new, _) = editor::titles(resource);
    live(move || {
        let shown = enters && session.who() == Who::Member;
        shown.then(|| {
            let href = EditorPage::New(resource).path();
            let button = linked(&href, "button", new.of(language).to_owned());
            node("div", "tools no-print", vec![button])
        })
    })
}

fn of(resource: Resource) -> AnyView {
    match resource {
        Resource::Actors => plain::<Actor>(&["kind"], BY_NAME, rows::actor),
        Resource::PartnerAuthorities => {
            plain::<PartnerAuthority>(&["country", "to_confirm"], BY_NAME, rows::partner_authority)
        }
        Resource::News => plain::<News>(&["theme", "country", "collectivity", "year"], BY_DAY, rows::news),
        Resource::ThematicGroups => {
            plain::<ThematicGroup>(&["kind", "theme", "country"], BY_NAME, rows::thematic_group)
        }
        Resource::Resources => plain::<SharedResource>(
            &["kind", "theme", "country", "review_year"],
            BY_DAY,
            rows::resource,
        ),
        Resource::ExternalInitiatives => plain::<ExternalInitiative>(
            &["kind", "theme", "country", "status"],
            BY_NAME,
            rows::external_initiative,
        ),
        Resource::Themes => plain::<Theme>(&["kind"], BY_NAME, rows::theme),
        Resource::Countries => plain::<Country>(&["continent"], BY_NAME, rows::country),
        _ => plain::<Project>(
            &["country", "theme", "department", "kind", "status", "sdg", "year"],
            OF_PROJECTS,
            rows::project,
        ),
    }
}

/// A list of rows, one a record.
fn plain<R: Record + 'static>(
    facets: Facets,
    sorts: Sorts,
    row: fn(&R::Summary, Browser) -> Markup,
) -> AnyView {
    listing::list::<R>(ListConfig {
        facets,
        sorts,
        rows: Box::new(move |items, voice| rows::rows(items.iter().map(|item| row(item, voice)))),
        preview: None,
        within: None,
        nothing: |voice| list::nothing(R::RESOURCE, voice),
    })
}
