//! The register of processing activities: of what the program does, with the figures that it applies.

use aect_db::people::retention;
use aect_tests::both_engines;
use aect_types::register::Period;
use aect_words::pages::register::lasting;
use aect_words::{Labelled as _, Language};

both_engines! {
    async fn animators_read_how_long_everything_is_kept(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        for language in Language::ALL {
            let register = anim.client.clone().with_language(language.tag()).register().await.unwrap();
            // The operator has not said it yet.
            assert_eq!((&register.controller, &register.officer), (&None, &None));
            assert!(register.activities.len() >= 8 && !register.measures.is_empty());
            for activity in &register.activities {
                assert!(!activity.retention.is_empty(), "{}", activity.name);
            }
            for period in Period::ALL.iter().copied() {
                let kept = lasting(retention::kept(period).num_minutes(), language);
                let said = register.activities.iter().flat_map(|activity| &activity.retention);
                let mut said = said.filter(|retention| retention.what == period.label(language));
                assert!(said.any(|retention| retention.kept == kept), "{period:?}: {kept}");
            }
        }
        let account = anim.client.clone().with_language("fr").register().await.unwrap().activities.remove(0);
        let account = account.retention.iter().find(|kept| kept.what == Period::Account.label(Language::Fr));
        assert_eq!(account.unwrap().kept, "2\u{a0}ans");
    }
}
