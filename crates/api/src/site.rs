//! Where the site is and what it calls itself: one for all requests of the process, told when somebody sets it anew.

use aect_types::platform::Platform;
use aect_words::Language;
use aect_words::platform::Wording;
use std::sync::{Arc, PoisonError, RwLock};

/// The site; its clones are the same.
#[derive(Clone)]
pub(crate) struct Site(Arc<Shared>);

struct Shared {
    url: String,
    platform: RwLock<Arc<Platform>>,
}

impl Site {
    /// The site that its readers reach there.
    pub(crate) fn new(public_url: &str, platform: Platform) -> Self {
        Self(Arc::new(Shared {
            url: public_url.trim_end_matches('/').to_owned(),
            platform: RwLock::new(Arc::new(platform)),
        }))
    }

    /// Where it is, without a slash at the end.
    pub(crate) fn url(&self) -> &str {
        &self.0.url
    }

    /// The whole address of a page in a language.
    pub(crate) fn link(&self, language: Language, path: &str) -> String {
        [self.url(), &language.place(path)].concat()
    }

    /// What is set at present.
    pub(crate) fn platform(&self) -> Arc<Platform> {
        // Nothing panics while it is held.
        let platform = self.0.platform.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&platform)
    }

    /// What it is called.
    pub(crate) fn name(&self, language: Language) -> String {
        Wording::Name.said(&self.platform(), language).to_owned()
    }

    /// Hears what was set, perhaps by another process; what is older than what it knows changes nothing.
    pub(crate) fn hear(&self, platform: Platform) {
        let mut known = self.0.platform.write().unwrap_or_else(PoisonError::into_inner);
        if platform.version > known.version {
            *known = Arc::new(platform);
        }
    }
}
