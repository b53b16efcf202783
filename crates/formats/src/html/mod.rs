//! Pages as plain HTML: what a visitor reads where the application cannot run, and what search engines and previews
//! of links read. In French, the platform's first language.

mod collectivity;
mod countries;
mod french;
mod home;
mod lists;
mod parts;
mod project;
mod shell;

pub use collectivity::collectivity;
pub use countries::countries;
pub use home::{Figures, home};
pub use lists::{Listed, collectivities, projects};
pub use project::project;
pub use shell::{Shell, lost};

use aect_words::pages::Text;
use maud::Markup;
use serde_json::Value;

/// One page.
#[derive(Clone, Debug)]
pub struct Plain {
    /// Its heading.
    heading: String,
    /// The section that its title names besides.
    section: Option<Text>,
    /// What it is about, for search engines and previews.
    description: String,
    /// Its own address, a path.
    path: String,
    /// The same for programs (JSON-LD, schema.org).
    structured: Option<Value>,
    /// Its content, the heading included.
    main: Markup,
}
