//! One line for each kind; in French, as the records are.

use aect_types::actors::ActorSummary;
use aect_types::collectivities::CollectivitySummary;
use aect_types::countries::CountrySummary;
use aect_types::dac_sectors::DacSectorSummary;
use aect_types::events::EventSummary;
use aect_types::external_initiatives::ExternalInitiativeSummary;
use aect_types::news::NewsSummary;
use aect_types::partner_authorities::PartnerAuthoritySummary;
use aect_types::projects::ProjectSummary;
use aect_types::resources::SharedResourceSummary;
use aect_types::sdgs::SdgSummary;
use aect_types::search::SearchHit;
use aect_types::thematic_groups::ThematicGroupSummary;
use aect_types::themes::ThemeSummary;
use aect_types::{Slug, Uuid};
use aect_words::{Labelled as _, Language::Fr};

fn hit(id: Uuid, slug: Slug, name: String, hint: impl Into<String>) -> SearchHit {
    SearchHit {
        id,
        slug,
        name,
        hint: hint.into(),
    }
}

pub(super) fn collectivity(found: CollectivitySummary) -> SearchHit {
    let kind = found.kind.label(Fr);
    let hint = match found.department_code {
        Some(department) => format!("{kind} ({department})"),
        None => kind.to_owned(),
    };
    hit(found.id, found.slug, found.name, hint)
}

pub(super) fn actor(found: ActorSummary) -> SearchHit {
    hit(found.id, found.slug, found.name, found.kind.label(Fr))
}

pub(super) fn partner_authority(found: PartnerAuthoritySummary) -> SearchHit {
    hit(found.id, found.slug, found.name, found.country)
}

pub(super) fn project(found: ProjectSummary) -> SearchHit {
    let lead = found.lead.map(|lead| lead.name).or(found.lead_name);
    let hint = lead.unwrap_or_else(|| found.kind.label(Fr).to_owned());
    hit(found.id, found.slug, found.title, hint)
}

pub(super) fn event(found: EventSummary) -> SearchHit {
    hit(found.id, found.slug, found.title, found.kind.label(Fr))
}

pub(super) fn news(found: NewsSummary) -> SearchHit {
    hit(found.id, found.slug, found.title, found.authors.join(", "))
}

pub(super) fn thematic_group(found: ThematicGroupSummary) -> SearchHit {
    hit(found.id, found.slug, found.name, found.kind.label(Fr))
}

pub(super) fn resource(found: SharedResourceSummary) -> SearchHit {
    hit(found.id, found.slug, found.title, found.kind.label(Fr))
}

pub(super) fn external_initiative(found: ExternalInitiativeSummary) -> SearchHit {
    let run_by = found.run_by.join(", ");
    hit(found.id, found.slug, found.name, run_by)
}

pub(super) fn theme(found: ThemeSummary) -> SearchHit {
    hit(found.id, found.slug, found.name_fr, found.kind.label(Fr))
}

pub(super) fn country(found: CountrySummary) -> SearchHit {
    hit(found.id, found.slug, found.name_fr, found.code)
}

pub(super) fn sdg(found: SdgSummary) -> SearchHit {
    hit(
        found.id,
        found.slug,
        found.name_fr,
        format!("ODD {}", found.number),
    )
}

pub(super) fn dac_sector(found: DacSectorSummary) -> SearchHit {
    hit(found.id, found.slug, found.name_fr, format!("CAD {}", found.code))
}
