//! Schemas: those of the types, and those of the formats.

use super::{files, names};
use crate::writing::{WRITTEN, with_given};
use aect_types::audit::Act;
use aect_types::co_leads::{CoLead, CoLeadDecision, CoLeadRequest};
use aect_types::collectivities::{CollectivityNames, CollectivityPoints};
use aect_types::contacts::{Contact, ContactConsent};
use aect_types::drafts::Draft;
use aect_types::duplicates::LikelyDuplicate;
use aect_types::files::{File, FileInput};
use aect_types::history::{Merging, Restoration, Revision};
use aect_types::mail::{MailStatus, MailTrial};
use aect_types::memberships::{
    HandOver, Invitation, MembershipDecision, MembershipDomain, MembershipRequest, Team, VisitCode,
    VisitCodeMade, VisitCodeRequest, WaitingMembership,
};
use aect_types::moderation::{Moderation, ModerationDecision, ModerationResults, ModerationUndo, Settings};
use aect_types::people::{
    AccessToken, Account, AccountInput, RecoveryCodes, SecondFactorCode, SecondFactorSecret, Session,
    SignInCodeUse, SignInLinkRequest, SignInLinkSent, SignInLinkUse, SignInLinkUsed,
};
use aect_types::personal::PersonalData;
use aect_types::platform::{Platform, PlatformInput};
use aect_types::preview::{Preview, PreviewRequest};
use aect_types::problem::{ErrorCode, FieldError};
use aect_types::register::Register;
use aect_types::remarks::{Correction, CorrectionDecision, CorrectionInput, ReportInput};
use aect_types::search::SearchResults;
use aect_types::stats::{Stats, StatsBy};
use aect_types::texts::{SiteText, SiteTextSummary};
use aect_types::users::{UserChange, UserSummary};
use aect_types::ways::{AccountWays, OpenIdBegun, OpenIdRequest, PasswordInput, PasswordSignIn, SignInWays};
use aect_types::{Page, Problem, Record, Resource};
use aect_types::{
    actors::Actor, collectivities::Collectivity, countries::Country, dac_sectors::DacSector, events::Event,
    external_initiatives::ExternalInitiative, news::News, partner_authorities::PartnerAuthority,
    projects::Project, resources::SharedResource, sdgs::Sdg, thematic_groups::ThematicGroup, themes::Theme,
};
use utoipa::openapi::schema::{
    AdditionalProperties, AnyOfBuilder, ArrayBuilder, ObjectBuilder, Ref, Schema, SchemaType, Type,
};
use utoipa::openapi::{Components, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// A reference to a schema of the document.
pub(super) fn reference(name: &str) -> RefOr<Schema> {
    Ref::from_schema_name(name).into()
}

/// Name of the schema of a page.
pub(super) fn page(resource: Resource) -> String {
    format!("{}Page", names::singular(resource))
}

/// Calls `$use` with the record type of a resource.
macro_rules! with_record {
    ($resource:expr, $use:ident($($argument:expr),*)) => {
        match $resource {
            Resource::Collectivities => $use::<Collectivity>($($argument),*),
            Resource::Actors => $use::<Actor>($($argument),*),
            Resource::PartnerAuthorities => $use::<PartnerAuthority>($($argument),*),
            Resource::Projects => $use::<Project>($($argument),*),
            Resource::Events => $use::<Event>($($argument),*),
            Resource::News => $use::<News>($($argument),*),
            Resource::ThematicGroups => $use::<ThematicGroup>($($argument),*),
            Resource::Resources => $use::<SharedResource>($($argument),*),
            Resource::ExternalInitiatives => $use::<ExternalInitiative>($($argument),*),
            Resource::Themes => $use::<Theme>($($argument),*),
            Resource::Countries => $use::<Country>($($argument),*),
            Resource::Sdgs => $use::<Sdg>($($argument),*),
            Resource::DacSectors => $use::<DacSector>($($argument),*),
        }
    };
}
pub(super) use with_record;

/// The top-level fields of a record.
pub(super) fn fields(resource: Resource) -> Vec<String> {
    with_record!(resource, fields_of())
}

fn fields_of<R: ToSchema>() -> Vec<String> {
    match R::schema() {
        RefOr::T(Schema::Object(object)) => object.properties.keys().cloned().collect(),
        _ => Vec::new(),
    }
}

/// The fields of what is given to write a record.
pub(super) fn input_fields(resource: Resource) -> Vec<String> {
    with_given!(resource, Vec::new(), fields_of())
}

/// Adds the schemas of a resource: record, summary, page.
pub(super) fn add(components: &mut Components, resource: Resource) {
    with_record!(resource, add_of(components, resource));
}

fn add_of<R: Record + ToSchema>(components: &mut Components, resource: Resource)
where
    R::Summary: ToSchema,
{
    add_type::<R>(components);
    add_type::<R::Summary>(components);
    add_dependencies::<Page<R::Summary>>(components);
    components.schemas.insert(part(resource), part_of::<R>(resource));
    components
        .schemas
        .insert(page(resource), page_of::<R::Summary>(resource));
}

/// Name of the schema of a record of which only some fields were asked for.
fn part(resource: Resource) -> String {
    format!("{}Fields", names::singular(resource))
}

/// The record with no field sure to be there.
fn part_of<R: ToSchema>(resource: Resource) -> RefOr<Schema> {
    let mut schema = R::schema();
    if let RefOr::T(Schema::Object(object)) = &mut schema {
        object.required.clear();
        let one = names::one(resource);
        object.description = Some(format!("The fields of {one} that `fields` named."));
    }
    schema
}

/// A page of summaries, or of what `fields` named.
fn page_of<S: ToSchema>(resource: Resource) -> RefOr<Schema> {
    let mut schema = Page::<S>::schema();
    if let RefOr::T(Schema::Object(object)) = &mut schema {
        let items = AnyOfBuilder::new()
            .item(reference(&S::name()))
            .item(reference(&part(resource)));
        let items = ArrayBuilder::new().items(items).description(Some(
            "The records of this page, in the order asked for; whole summaries unless `fields` is given.",
        ));
        object.properties.insert("items".into(), RefOr::T(items.into()));
    }
    schema
}

/// Adds what the resources share.
pub(super) fn add_shared(components: &mut Components) {
    add_type::<SearchResults>(components);
    add_type::<Stats>(components);
    add_type::<StatsBy>(components);
    add_type::<CollectivityNames>(components);
    add_type::<SiteText>(components);
    add_type::<SiteTextSummary>(components);
    add_dependencies::<Page<SiteTextSummary>>(components);
    add_page::<SiteTextSummary>(components, "SiteTextPage");
    add_type::<CollectivityPoints>(components);
    add_people(components);
    add_type::<Problem>(components);
    add_type::<FieldError>(components);
    add_type::<ErrorCode>(components);
    components
        .schemas
        .insert("FeatureCollection".into(), feature_collection().into());
}

fn add_people(components: &mut Components) {
    add_type::<SignInLinkRequest>(components);
    add_type::<SignInLinkSent>(components);
    add_type::<SignInLinkUse>(components);
    add_type::<SignInLinkUsed>(components);
    add_type::<SignInCodeUse>(components);
    add_type::<AccessToken>(components);
    add_type::<SignInWays>(components);
    add_type::<PasswordSignIn>(components);
    add_type::<OpenIdRequest>(components);
    add_type::<OpenIdBegun>(components);
    add_type::<AccountWays>(components);
    add_type::<PasswordInput>(components);
    add_type::<Draft>(components);
    add_page::<Draft>(components, "DraftPage");
    add_type::<ContactConsent>(components);
    add_type::<Contact>(components);
    add_page::<Contact>(components, "ContactPage");
    add_type::<PersonalData>(components);
    add_type::<SecondFactorSecret>(components);
    add_type::<SecondFactorCode>(components);
    add_type::<RecoveryCodes>(components);
    add_type::<MembershipRequest>(components);
    add_type::<MembershipDecision>(components);
    add_type::<MembershipDomain>(components);
    add_type::<Invitation>(components);
    add_type::<Team>(components);
    add_type::<HandOver>(components);
    add_type::<VisitCodeRequest>(components);
    add_type::<VisitCode>(components);
    add_page::<VisitCodeMade>(components, "VisitCodeMadePage");
    add_type::<VisitCodeMade>(components);
    add_type::<WaitingMembership>(components);
    add_page::<WaitingMembership>(components, "WaitingMembershipPage");
    add_type::<CorrectionInput>(components);
    add_type::<CorrectionDecision>(components);
    add_type::<ReportInput>(components);
    add_type::<Correction>(components);
    add_page::<Correction>(components, "CorrectionPage");
    add_type::<CoLeadRequest>(components);
    add_type::<CoLeadDecision>(components);
    add_type::<CoLead>(components);
    add_page::<CoLead>(components, "CoLeadPage");
    add_type::<Moderation>(components);
    add_type::<ModerationDecision>(components);
    add_type::<ModerationResults>(components);
    add_type::<ModerationUndo>(components);
    add_type::<Settings>(components);
    add_type::<Platform>(components);
    add_type::<MailStatus>(components);
    add_type::<Register>(components);
    add_type::<MailTrial>(components);
    add_type::<PlatformInput>(components);
    add_type::<Act>(components);
    add_page::<Act>(components, "ActPage");
    add_type::<UserChange>(components);
    add_type::<UserSummary>(components);
    add_page::<UserSummary>(components, "UserPage");
    add_type::<Account>(components);
    add_type::<Session>(components);
    add_page::<Session>(components, "SessionPage");
    components
        .schemas
        .insert("AccountPatch".into(), patch_of::<AccountInput>());
    components
        .schemas
        .insert("SettingsPatch".into(), patch_of::<Settings>());
    for resource in WRITTEN {
        let singular = names::singular(resource);
        with_given!(resource, (), add_written(components, singular));
    }
    add_type::<File>(components);
    add_type::<PreviewRequest>(components);
    add_type::<Preview>(components);
    components
        .schemas
        .insert("FileInputPatch".into(), patch_of::<FileInput>());
    components
        .schemas
        .insert("FileUpload".into(), files::upload().into());
    components
        .schemas
        .insert("RecordWithFiles".into(), files::record().into());
    add_type::<LikelyDuplicate>(components);
    add_page::<LikelyDuplicate>(components, "LikelyDuplicatePage");
    add_type::<Merging>(components);
    add_type::<Restoration>(components);
    add_type::<Revision>(components);
    add_page::<Revision>(components, "RevisionPage");
}

/// What enters and changes a record: its fields, and who may see it.
fn add_written<T: ToSchema>(components: &mut Components, singular: &str) {
    add_dependencies::<T>(components);
    for (suffix, mut schema) in [("Input", T::schema()), ("Patch", patch_of::<T>())] {
        if let RefOr::T(Schema::Object(object)) = &mut schema {
            object
                .properties
                .insert("visibility".into(), reference("Visibility"));
        }
        components.schemas.insert(format!("{singular}{suffix}"), schema);
    }
}

/// A merge patch of a type: any of its fields.
fn patch_of<T: ToSchema>() -> RefOr<Schema> {
    let mut schema = T::schema();
    if let RefOr::T(Schema::Object(object)) = &mut schema {
        object.required.clear();
    }
    schema
}

/// All of a kind on one page.
fn add_page<T: ToSchema>(components: &mut Components, name: &str) {
    components.schemas.insert(name.into(), Page::<T>::schema());
}

fn add_type<T: ToSchema>(components: &mut Components) {
    components.schemas.insert(T::name().into_owned(), T::schema());
    add_dependencies::<T>(components);
}

fn add_dependencies<T: ToSchema>(components: &mut Components) {
    let mut schemas = Vec::new();
    T::schemas(&mut schemas);
    components.schemas.extend(schemas);
}

/// GeoJSON (RFC 7946), as far as lists use it.
fn feature_collection() -> Schema {
    let word = |word: &str| {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some([word]))
    };
    let geometry = ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::Object, Type::Null]))
        .description(Some(
            "A `Point`, a `MultiPoint` for several places, null where only the country is known.",
        ))
        .property(
            "type",
            ObjectBuilder::new()
                .schema_type(Type::String)
                .enum_values(Some(["Point", "MultiPoint"])),
        )
        .property(
            "coordinates",
            ArrayBuilder::new().items(RefOr::T(utoipa::openapi::schema::empty())),
        )
        .required("type")
        .required("coordinates");
    let feature = ObjectBuilder::new()
        .property("type", word("Feature"))
        .property("id", ObjectBuilder::new().schema_type(Type::String))
        .property("geometry", geometry)
        .property(
            "properties",
            ObjectBuilder::new()
                .additional_properties(Some(AdditionalProperties::FreeForm(true)))
                .description(Some("The record's fields, as in the CSV export.")),
        )
        .required("type")
        .required("geometry")
        .required("properties");
    ObjectBuilder::new()
        .description(Some("A GeoJSON feature collection: one feature a record."))
        .property("type", word("FeatureCollection"))
        .property("features", ArrayBuilder::new().items(feature))
        .required("type")
        .required("features")
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_a_record_are_those_of_its_json() {
        let fields = fields(Resource::Themes);
        assert_eq!(fields.first().map(String::as_str), Some("id"));
        assert!(fields.contains(&"name_fr".to_owned()));
        for resource in Resource::ALL {
            assert!(super::fields(*resource).len() > 10, "{resource}");
        }
    }
}
