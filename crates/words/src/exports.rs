//! The columns of exported tables: what programs call them and what people read above them.

use crate::Language;

/// Defines the columns: code, French header, English header.
macro_rules! columns {
    ($($variant:ident = $name:literal: $fr:literal, $en:literal;)+) => {
        /// A column of an exported table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the headers beside each column say what it holds")]
        pub enum Column { $($variant),+ }

        impl Column {
            /// Every column.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// What programs call it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        crate::labels!(Column { $($variant: $fr, $en;)+ });
    };
}

columns! {
    AboutEvents = "about_events": "Événements concernés", "Events it is about";
    AboutProjects = "about_projects": "Projets concernés", "Projects it is about";
    Acronym = "acronym": "Sigle", "Acronym";
    Active = "active": "En vigueur", "Active";
    Actors = "actors": "Acteurs", "Organisations";
    Address = "address": "Adresse postale", "Postal address";
    Animators = "animators": "Animation", "Run by";
    Area = "area": "Zone", "Area";
    AssociatedSirens = "associated_sirens": "SIREN des organismes rattachés", "SIREN of associated bodies";
    AttendanceCollectivities = "attendance_collectivities": "Collectivités présentes", "Local authorities present";
    AttendanceElected = "attendance_elected": "Élus présents", "Elected officials present";
    Audience = "audience": "Public visé", "Audience";
    AudienceNote = "audience_note": "Public visé (précisions)", "Audience (details)";
    Authors = "authors": "Au nom de", "In the name of";
    AuthorityType = "authority_type": "Type de collectivité", "Type of authority";
    Beneficiaries = "beneficiaries": "Bénéficiaires", "Beneficiaries";
    BringsHome = "brings_home": "Retour au territoire", "What it brings home";
    BudgetMax = "budget_max": "Budget maximal (€)", "Upper budget (€)";
    BudgetMin = "budget_min": "Budget minimal (€)", "Lower budget (€)";
    BudgetNote = "budget_note": "Budget (précisions)", "Budget (details)";
    Capacity = "capacity": "Places", "Seats";
    Capital = "capital": "Capitale", "Capital";
    ClosesAt = "closes_at": "Clôture des inscriptions (UTC)", "Registration closes (UTC)";
    Code = "code": "Code", "Code";
    Collectivities = "collectivities": "Autres collectivités", "Other local authorities";
    Color = "color": "Couleur", "Colour";
    Commune = "commune": "Commune", "Commune";
    ConfirmedAt = "confirmed_at": "Confirmé le (UTC)", "Confirmed at (UTC)";
    ContactMailbox = "contact_mailbox": "Adresse de contact", "Contact mailbox";
    ContentLanguage = "language": "Langue", "Language";
    Continent = "continent": "Continent", "Continent";
    Countries = "countries": "Pays", "Countries";
    Country = "country": "Pays", "Country";
    DacSectors = "dac_sectors": "Secteurs du CAD", "DAC sectors";
    Deliverable = "deliverable": "Livrable", "Deliverable";
    DepartmentCode = "department_code": "Département (code Insee)", "Department (INSEE code)";
    Departments = "departments": "Départements (codes Insee)", "Departments (INSEE codes)";
    Description = "description": "Description", "Description";
    Documents = "documents": "Documents", "Documents";
    Elsewhere = "elsewhere": "Ailleurs", "Elsewhere";
    End = "end": "Fin", "End";
    EndsAt = "ends_at": "Fin (UTC)", "End (UTC)";
    EndDate = "end_date": "Date de fin", "End date";
    Engagement = "engagement": "Engagement", "Engagement";
    Epci = "epci": "Intercommunalité", "Inter-municipal body";
    FormerInseeCodes = "former_insee_codes": "Anciens codes Insee", "Former INSEE codes";
    FullName = "full_name": "Nom complet", "Full name";
    Funders = "funders": "Financements", "Funding";
    Geometry = "geometry": "Géométrie (WKT)", "Geometry (WKT)";
    Group = "group": "Groupe", "Group";
    IatiOrganisationType = "iati_organisation_type": "Type d’organisation IATI", "IATI organisation type";
    Id = "id": "Identifiant", "Identifier";
    Initiatives = "initiatives": "Initiatives d’autres réseaux", "Initiatives of other networks";
    InseeCode = "insee_code": "Code Insee", "INSEE code";
    InterestCountries = "interest_countries": "Pays d’intérêt", "Countries of interest";
    InterestThemes = "interest_themes": "Thématiques d’intérêt", "Themes of interest";
    Iso3 = "iso3": "Code ISO à trois lettres", "ISO alpha-3 code";
    IsoNumeric = "iso_numeric": "Code ISO numérique", "ISO numeric code";
    JoinPolicy = "join_policy": "Adhésion", "How to join";
    Kind = "kind": "Type", "Kind";
    Latitude = "latitude": "Latitude", "Latitude";
    Lead = "lead": "Chef de file", "Lead";
    LeadName = "lead_name": "Chef de file (sans fiche)", "Lead (without a record)";
    License = "license": "Licence de la source", "Licence of the source";
    Link = "link": "Lien", "Link";
    Links = "links": "Liens", "Links";
    Longitude = "longitude": "Longitude", "Longitude";
    LookingFor = "looking_for": "Recherche", "Looking for";
    LookingForNote = "looking_for_note": "Recherche (précisions)", "Looking for (details)";
    Members = "members": "Membres", "Members";
    MemberSince = "member_since": "Membre depuis", "Member since";
    Name = "name": "Nom", "Name";
    NameEn = "name_en": "Nom en anglais", "Name in English";
    NameFr = "name_fr": "Nom en français", "Name in French";
    NextDate = "next_date": "Prochaine date", "Next date";
    Number = "number": "Numéro", "Number";
    Online = "online": "En ligne", "Online";
    Organisers = "organisers": "Organisation", "Organisers";
    OtherParticipants = "other_participants": "Autres participants", "Other participants";
    Parent = "parent": "Coopération d’ensemble", "Part of";
    Participants = "participants": "Participants", "Participants";
    PartnerAuthorities = "partner_authorities": "Collectivités partenaires", "Partner authorities";
    Places = "places": "Lieux", "Places";
    Population = "population": "Population", "Population";
    PostalCodes = "postal_codes": "Codes postaux", "Postal codes";
    Projects = "projects": "Nombre de projets", "Number of projects";
    PublisherName = "publisher_name": "Publié par (sans fiche)", "Publisher (without a record)";
    Publishers = "publishers": "Publié par", "Publisher";
    PublishedOn = "published_on": "Publié le", "Published on";
    Purpose = "purpose": "Objet", "Purpose";
    Rank = "rank": "Rang", "Rank";
    Recurrence = "recurrence": "Récurrence (RRULE)", "Recurrence (RRULE)";
    RecurrenceExceptions = "recurrence_exceptions": "Récurrence (exceptions)", "Recurrence (exceptions)";
    RegionCode = "region_code": "Région (code Insee)", "Region (INSEE code)";
    RegistrationMode = "registration": "Inscription", "Registration";
    Report = "report": "Compte rendu", "Report";
    RestrictedTo = "restricted_to": "Réservé à", "Restricted to";
    Results = "results": "Résultats", "Results";
    ReviewDueOn = "review_due_on": "À relire à partir du", "To be read again from";
    ReviewedOn = "reviewed_on": "Relu le", "Read again on";
    RunBy = "run_by": "Animé par", "Run by";
    RunByName = "run_by_name": "Animé par (sans fiche)", "Run by (without a record)";
    Scope = "scope": "Périmètre", "Scope";
    Sdgs = "sdgs": "Objectifs de développement durable", "Sustainable Development Goals";
    ServiceName = "service_name": "Service international", "International service";
    ServiceStaff = "service_staff_fte": "Effectif du service (ETP)", "Staff of the service (FTE)";
    Siren = "siren": "SIREN", "SIREN";
    Slug = "slug": "Adresse courte", "Slug";
    Source = "source": "Source", "Source";
    SourceDocuments = "source_documents": "Documents sources", "Source documents";
    Start = "start": "Début", "Start";
    StartsAt = "starts_at": "Début (UTC)", "Start (UTC)";
    StartDate = "start_date": "Date de début", "Start date";
    StartNote = "start_note": "Début (précisions)", "Start (details)";
    StatedOn = "stated_on": "Attesté au", "Stated on";
    Status = "status": "État", "Status";
    StatusNote = "status_note": "État (précisions)", "Status (details)";
    Summary = "summary": "Résumé", "Summary";
    Themes = "themes": "Thématiques", "Themes";
    TimeZone = "time_zone": "Fuseau horaire", "Time zone";
    Title = "title": "Titre", "Title";
    TitleEn = "title_en": "Intitulé en anglais", "Title in English";
    TitleFr = "title_fr": "Intitulé en français", "Title in French";
    ToConfirm = "to_confirm": "À confirmer", "To confirm";
    TwinningsToConfirm = "twinnings_to_confirm": "Jumelages à confirmer", "Twinnings to confirm";
    UpdatedAt = "updated_at": "Mis à jour le (UTC)", "Updated at (UTC)";
    Url = "url": "Adresse dans l’API", "Address in the API";
    UsefulUntil = "useful_until": "D’actualité jusqu’au", "Of use until";
    Venue = "venue": "Lieu", "Venue";
    Website = "website": "Site internet", "Website";
    WikidataId = "wikidata_id": "Identifiant Wikidata", "Wikidata identifier";
}

/// What a table says for yes and no where labels stand for codes.
#[must_use]
pub const fn yes_or_no(value: bool, language: Language) -> &'static str {
    match (language, value) {
        (Language::Fr, true) => "Oui",
        (Language::Fr, false) => "Non",
        (Language::En, true) => "Yes",
        (Language::En, false) => "No",
    }
}

/// The name of the agenda in somebody's calendar.
#[must_use]
pub const fn calendar_name(language: Language) -> &'static str {
    match language {
        Language::Fr => "Agenda de l’action extérieure – Nouvelle-Aquitaine",
        Language::En => "External action agenda – Nouvelle-Aquitaine",
    }
}

/// Says, in a calendar, that an event can be followed from afar; the address is given to those registered.
#[must_use]
pub const fn held_online(language: Language) -> &'static str {
    match language {
        Language::Fr => "En ligne",
        Language::En => "Online",
    }
}

/// What stands above the programme of an event, in its description.
#[must_use]
pub const fn programme(language: Language) -> &'static str {
    match language {
        Language::Fr => "Programme\u{a0}:",
        Language::En => "Programme:",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typography::{check_labels, check_text};
    use std::collections::BTreeSet;

    #[test]
    fn every_header_reads_well_in_both_languages() {
        check_labels(Column::ALL);
        for language in Language::ALL {
            check_text(language, calendar_name(language));
            check_text(language, held_online(language));
            check_text(language, programme(language));
        }
    }

    #[test]
    fn no_two_columns_share_a_name() {
        let names: BTreeSet<&str> = Column::ALL.iter().map(|column| column.name()).collect();
        assert_eq!(names.len(), Column::ALL.len());
    }
}
