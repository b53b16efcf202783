//! What each code of the closed lists is called.

use crate::labels;
use aect_types::actors::ActorKind;
use aect_types::audit::ActKind;
use aect_types::co_leads::CoLeadState;
use aect_types::collectivities::{CollectivityKind, Engagement, InterestLevel};
use aect_types::contacts::ContactAudience;
use aect_types::countries::Continent;
use aect_types::events::{Audience, EventKind, EventRole, EventStatus, RegistrationMode};
use aect_types::external_initiatives::{InitiativeKind, InitiativeStatus};
use aect_types::geo::Exactness;
use aect_types::memberships::{HandOverKind, Vacancy};
use aect_types::moderation::{ModerationAct, ModerationKind};
use aect_types::people::{MemberRole, MembershipState, Standing, UserRole, UserState};
use aect_types::projects::{
    ActorRole, CollectivityRole, FundingState, LookingFor, ProjectKind, ProjectStatus,
};
use aect_types::provenance::SourceKind;
use aect_types::query::Sorting;
use aect_types::remarks::ReportReason;
use aect_types::resource::Format;
use aect_types::resources::{ResourceKind, ResourceLanguage};
use aect_types::stats::StatsBy;
use aect_types::thematic_groups::{GroupKind, JoinPolicy};
use aect_types::themes::ThemeKind;
use aect_types::{Resource, Visibility};

labels!(ModerationKind {
    Report: "Signalements", "Reports";
    NewRecord: "Nouvelles fiches", "New records";
    Claim: "Demandes de rattachement", "Requests to belong";
    Correction: "Corrections sans réponse", "Corrections without an answer";
    CoLead: "Copilotages proposés", "Requests to co-lead";
    Duplicate: "Doublons possibles", "Likely duplicates";
    Succession: "Places à reprendre", "Places to take over";
});

labels!(HandOverKind {
    Event: "Événements à venir", "Events to come";
    Report: "Comptes rendus de mission à écrire", "Mission reports to write";
    Project: "Projets qui ne sont pas terminés", "Projects that are not over";
    Group: "Groupes", "Groups";
    CoLeadReceived: "Copilotages proposés, à accepter ou à décliner", "Requests to co-lead, to accept or decline";
    CoLeadSent: "Copilotages demandés à d’autres", "Requests to co-lead sent to others";
    Correction: "Corrections proposées", "Corrections proposed";
    Draft: "Brouillons", "Drafts";
});

labels!(CoLeadState {
    Asked: "attend une réponse", "awaits an answer";
    Accepted: "copilote", "co-leads";
    Declined: "a décliné", "has declined";
    Withdrawn: "proposition retirée", "request withdrawn";
    Left: "a quitté le projet", "has left the project";
    Removed: "ne copilote plus", "no longer co-leads";
});

labels!(ModerationAct {
    Accept: "acceptés", "accepted";
    Refuse: "refusés", "refused";
    Hide: "fiche retirée", "record taken down";
});

labels!(ReportReason {
    Wrong: "C’est faux", "It is not true";
    Offensive: "C’est blessant", "It is hurtful";
    PersonalData: "Des données personnelles y figurent", "It shows personal data";
    Spam: "C’est de la publicité", "It is advertising";
    Other: "Autre chose", "Something else";
});

labels!(ActKind {
    Membership: "Rattachement", "Membership";
    Role: "Rôle sur la plateforme", "Role on the platform";
    Account: "Compte", "Account";
    Domain: "Domaine de courriel", "E-mail domain";
    VisitCode: "Code de visite", "Code of a visit";
    Moderation: "File d’attente", "Queue";
    Record: "Fiche", "Record";
    Settings: "Réglages", "Settings";
    Keys: "Clés de signature", "Signing keys";
});

labels!(UserRole {
    Member: "Membre", "Member";
    Animator: "Animateur", "Animator";
    Admin: "Administrateur", "Administrator";
});

labels!(UserState {
    Active: "Actif", "Active";
    Suspended: "Suspendu", "Suspended";
});

labels!(CollectivityKind {
    Region: "Région", "Region";
    Department: "Département", "Department";
    Metropole: "Métropole", "Metropolis";
    UrbanCommunity: "Communauté urbaine", "Urban community";
    AgglomerationCommunity: "Communauté d’agglomération", "Agglomeration community";
    CommunityOfCommunes: "Communauté de communes", "Community of communes";
    Commune: "Commune", "Commune";
    OtherGrouping: "Autre groupement", "Other grouping";
});

labels!(Engagement {
    Engaged: "Engagée à l’international", "Engaged abroad";
    Willing: "Souhaite s’engager", "Would like to engage";
    NotEngaged: "Non engagée", "Not engaged";
    Unknown: "Non renseigné", "Not known";
});

labels!(InterestLevel {
    Curious: "Souhaite apprendre", "Would like to learn";
    Active: "Pratique", "Practises";
    CanTestify: "Peut témoigner", "Can share its experience";
});

labels!(ActorKind {
    Association: "Association", "Association";
    Network: "Réseau", "Network";
    StateOperator: "Opérateur de l’État", "State operator";
    MinistryService: "Service de l’État", "Government service";
    University: "Établissement d’enseignement supérieur", "Higher education";
    School: "Établissement scolaire", "School";
    Hospital: "Établissement de santé", "Hospital";
    Chamber: "Chambre consulaire", "Chamber of commerce, trades or agriculture";
    Company: "Entreprise", "Company";
    PublicBody: "Autre organisme public", "Other public body";
    InternationalOrganisation: "Organisation internationale", "International organisation";
    Other: "Autre", "Other";
});

labels!(ProjectKind {
    DecentralisedCooperation: "Coopération décentralisée", "Decentralised cooperation";
    Twinning: "Jumelage", "Twinning";
    CrossBorder: "Coopération transfrontalière", "Cross-border cooperation";
    EuropeanProject: "Projet européen", "European project";
    EmergencyAid: "Aide d’urgence", "Emergency aid";
    YouthMobility: "Mobilité des jeunes", "Youth mobility";
    Economic: "Coopération économique", "Economic cooperation";
    Cultural: "Coopération culturelle", "Cultural cooperation";
    SupportScheme: "Dispositif de soutien", "Support scheme";
    TerritoryEvent: "Événement sur le territoire", "Event in the territory";
    CitizenshipEducation: "Éducation à la citoyenneté et à la solidarité internationale", "Education for citizenship and international solidarity";
    Prospecting: "Prospection", "Prospecting";
    Other: "Autre", "Other";
});

labels!(ProjectStatus {
    Idea: "Idée", "Idea";
    Preparing: "En préparation", "Being prepared";
    Active: "En cours", "Running";
    Slowed: "Ralenti", "Slowed down";
    Dormant: "En sommeil", "Dormant";
    ContactLost: "Contact perdu", "Contact lost";
    CompletedLinkKept: "Terminé, lien maintenu", "Completed, link kept";
    Completed: "Terminé", "Completed";
    Stopped: "Arrêté", "Stopped";
    Unknown: "État non connu", "Status not known";
});

labels!(CollectivityRole {
    CoLead: "Co-chef de file", "Co-lead";
    Partner: "Partenaire", "Partner";
    Contributor: "Contributrice", "Contributor";
});

labels!(ActorRole {
    Funder: "Financeur", "Funder";
    Operator: "Opérateur", "Operator";
    Partner: "Partenaire", "Partner";
    Expert: "Expert", "Expert";
});

labels!(LookingFor {
    Partners: "Partenaires", "Partners";
    CoFunding: "Cofinancement", "Co-funding";
    Expertise: "Expertise", "Expertise";
    Hosting: "Accueil de personnes", "Hosting";
    Volunteers: "Bénévoles ou volontaires", "Volunteers";
});

labels!(FundingState {
    Requested: "Demandé", "Requested";
    Granted: "Accordé", "Granted";
    Refused: "Refusé", "Refused";
    Paid: "Versé", "Paid";
});

labels!(Exactness {
    Exact: "Lieu exact", "Exact place";
    Approximate: "Lieu approximatif", "Approximate place";
    CountryOnly: "Pays seulement", "Country only";
});

labels!(EventKind {
    Plenary: "Plénière", "Plenary";
    Meeting: "Réunion", "Meeting";
    WorkingGroup: "Groupe de travail", "Working group";
    Webinar: "Webinaire", "Webinar";
    Training: "Formation", "Training";
    Breakfast: "Petit-déjeuner", "Breakfast";
    DelegationVisit: "Accueil de délégation", "Delegation visit";
    MissionAbroad: "Mission à l’étranger", "Mission abroad";
    Conference: "Conférence", "Conference";
    Deadline: "Échéance", "Deadline";
    Other: "Autre", "Other";
});

labels!(EventStatus {
    Tentative: "À confirmer", "Tentative";
    Confirmed: "Confirmé", "Confirmed";
    Postponed: "Reporté", "Postponed";
    MovedOnline: "Déplacé en ligne", "Moved online";
    Cancelled: "Annulé", "Cancelled";
});

labels!(Audience {
    Elected: "Élus", "Elected officials";
    Staff: "Agents", "Civil servants";
    Open: "Ouvert à tous", "Open to all";
});

labels!(RegistrationMode {
    None: "Sans inscription", "No registration";
    Open: "Inscription libre", "Open registration";
    OnApproval: "Inscription sur validation", "Registration on approval";
});

labels!(EventRole {
    Organiser: "Organisateur", "Organiser";
    CoOrganiser: "Co-organisateur", "Co-organiser";
    Host: "Hôte", "Host";
});

labels!(GroupKind {
    Theme: "Groupe thématique", "Thematic group";
    Country: "Groupe pays", "Country group";
    Task: "Groupe de travail", "Task group";
});

labels!(JoinPolicy {
    Open: "Ouvert", "Open";
    OnRequest: "Sur demande", "On request";
    Invited: "Sur invitation", "By invitation";
});

labels!(ThemeKind {
    Field: "Domaine d’action", "Field of action";
    Topic: "Manière de travailler", "Way of working";
});

labels!(Continent {
    Africa: "Afrique", "Africa";
    Antarctica: "Antarctique", "Antarctica";
    Asia: "Asie", "Asia";
    Europe: "Europe", "Europe";
    NorthAmerica: "Amérique du Nord", "North America";
    Oceania: "Océanie", "Oceania";
    SouthAmerica: "Amérique du Sud", "South America";
});

labels!(ContactAudience {
    Nobody: "Personne", "Nobody";
    Members: "Les membres", "Members";
    Public: "Tout le monde", "Anybody";
});

labels!(Standing {
    Elected: "Élu ou élue", "Elected official";
    Staff: "Agent ou agente", "Civil servant or employee";
});

labels!(MemberRole {
    Reader: "Consultation", "Reading";
    Editor: "Modification", "Editing";
    Owner: "Responsable", "In charge";
});

labels!(Vacancy {
    Owner: "Personne n’en est responsable.", "Nobody is in charge.";
    Elected: "Aucun élu n’en fait partie.", "No elected official belongs to it.";
    Staff: "Aucun agent n’en fait partie.", "No civil servant belongs to it.";
});

labels!(ResourceKind {
    Guide: "Guide", "Guide";
    Template: "Modèle de document", "Model document";
    LegalNote: "Note juridique", "Legal note";
    Study: "Étude", "Study";
    Report: "Rapport", "Report";
    Tool: "Outil", "Tool";
    Training: "Formation", "Training";
    Video: "Vidéo", "Video";
    Other: "Autre", "Other";
});

labels!(ResourceLanguage {
    French: "Français", "French";
    English: "Anglais", "English";
    Spanish: "Espagnol", "Spanish";
    Portuguese: "Portugais", "Portuguese";
    German: "Allemand", "German";
    Italian: "Italien", "Italian";
    Arabic: "Arabe", "Arabic";
    Basque: "Basque", "Basque";
    Occitan: "Occitan", "Occitan";
});

labels!(InitiativeKind {
    Group: "Groupe de travail", "Working group";
    Network: "Réseau", "Network";
    Programme: "Programme", "Programme";
    Call: "Appel à projets", "Call for projects";
    Platform: "Site ou outil", "Site or tool";
    Meetings: "Rencontres régulières", "Regular meetings";
    Other: "Autre", "Other";
});

labels!(InitiativeStatus {
    Active: "En cours", "Running";
    Ended: "Terminée", "Ended";
    Unknown: "Non connu", "Not known";
});

labels!(MembershipState {
    Invited: "Invitation reçue", "Invitation received";
    Pending: "Demande en attente", "Request awaiting an answer";
    Accepted: "Membre", "Member";
    Refused: "Demande refusée", "Request refused";
    Former: "Ancien membre", "Former member";
});

labels!(Visibility {
    Public: "Public", "Public";
    Members: "Réservé aux membres", "Members only";
    Draft: "Brouillon", "Draft";
});

labels!(SourceKind {
    Person: "Saisi par une personne", "Entered by a person";
    Import: "Importé d’un fichier", "Imported from a file";
    Partner: "Transmis par un site partenaire", "Sent by a partner site";
});

labels!(Resource {
    Collectivities: "Collectivités", "Local authorities";
    Actors: "Acteurs", "Organisations";
    PartnerAuthorities: "Collectivités partenaires", "Partner authorities";
    Projects: "Projets", "Projects";
    Events: "Événements", "Events";
    News: "Actualités", "News";
    ThematicGroups: "Groupes", "Groups";
    Resources: "Ressources", "Resources";
    ExternalInitiatives: "Initiatives d’autres réseaux", "Initiatives of other networks";
    Themes: "Thématiques", "Themes";
    Countries: "Pays", "Countries";
    Sdgs: "Objectifs de développement durable", "Sustainable Development Goals";
    DacSectors: "Secteurs du CAD", "DAC sectors";
});

labels!(Format {
    Json: "JSON", "JSON";
    GeoJson: "GeoJSON", "GeoJSON";
    Csv: "CSV", "CSV";
    Ndjson: "NDJSON", "NDJSON";
    Ics: "iCalendar", "iCalendar";
});

labels!(Sorting {
    Name: "Nom", "Name";
    UpdatedAt: "Dernière mise à jour", "Last update";
    Start: "Date de début", "Start date";
    PublishedOn: "Date de publication", "Date of publication";
    Population: "Population", "Population";
    Budget: "Budget", "Budget";
    Code: "Numéro", "Number";
});

labels!(StatsBy {
    Country: "Pays", "Country";
    Department: "Département", "Department";
    Collectivity: "Collectivité", "Local authority";
    Theme: "Thématique", "Theme";
    Kind: "Type", "Kind";
    Status: "État", "Status";
    Year: "Année", "Year";
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typography::check_labels;

    #[test]
    fn every_code_reads_well_in_both_languages() {
        check_labels(CollectivityKind::ALL);
        check_labels(Engagement::ALL);
        check_labels(InterestLevel::ALL);
        check_labels(ActorKind::ALL);
        check_labels(ProjectKind::ALL);
        check_labels(ProjectStatus::ALL);
        check_labels(CollectivityRole::ALL);
        check_labels(ActorRole::ALL);
        check_labels(LookingFor::ALL);
        check_labels(FundingState::ALL);
        check_labels(Exactness::ALL);
        check_labels(EventKind::ALL);
        check_labels(EventStatus::ALL);
        check_labels(Audience::ALL);
        check_labels(RegistrationMode::ALL);
        check_labels(EventRole::ALL);
        check_labels(GroupKind::ALL);
        check_labels(JoinPolicy::ALL);
        check_labels(ResourceKind::ALL);
        check_labels(ResourceLanguage::ALL);
        check_labels(InitiativeKind::ALL);
        check_labels(InitiativeStatus::ALL);
        check_labels(ThemeKind::ALL);
        check_labels(Continent::ALL);
        check_labels(Standing::ALL);
        check_labels(MemberRole::ALL);
        check_labels(MembershipState::ALL);
        check_labels(Vacancy::ALL);
        check_labels(Visibility::ALL);
        check_labels(SourceKind::ALL);
        check_labels(Resource::ALL);
        check_labels(Format::ALL);
        check_labels(Sorting::ALL);
        check_labels(StatsBy::ALL);
    }
}
