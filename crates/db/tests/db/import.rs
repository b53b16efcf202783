//! Imports: the real data, twice, partly wrong, interrupted, over a person's words.

use crate::support::{Database, on_both_engines};
use aect_db::import::{self, ColumnMap, Kind, Options, Refusal, Report};
use aect_db::renditions::{self, Found};
use aect_db::{Error, Outcome, Stored, naming};
use aect_types::actors::ActorInput;
use aect_types::collectivities::{Collectivity, CollectivityInput};
use aect_types::events::{Event, EventInput, EventTime};
use aect_types::given::Given;
use aect_types::partner_authorities::PartnerAuthorityInput;
use aect_types::policy::Reader;
use aect_types::projects::{Project, ProjectInput, ProjectStatus};
use aect_types::thematic_groups::ThematicGroupInput;
use aect_types::themes::ThemeInput;
use aect_types::{PartialDate, Record as _, Resource, Uuid};
use std::ops::ControlFlow;

on_both_engines!(
    the_reference_data_is_in,
    whoever_changes_one_field_of_the_reference_data_may,
    a_second_import_changes_nothing,
    a_wrong_row_is_listed_and_left_out,
    a_strict_import_takes_all_rows_or_none,
    an_interrupted_import_leaves_nothing,
    a_rehearsal_says_what_would_change,
    columns_may_have_other_names,
    what_a_person_wrote_is_proposed_not_overwritten,
    addresses_do_not_depend_on_the_order_of_rows,
);

const HEADER: &str =
    "id,type,legal_form,code,siren,name,full_name,population,departement_code,epci_siren,lon,lat\n";
const GIRONDE: &str =
    "departement:33,departement,,33,223300013,Gironde,Département de la Gironde,1690000,33,,-0.58,44.83\n";
const BORDEAUX: &str =
    "commune:33063,commune,,33063,213300635,Bordeaux,Commune de Bordeaux,267991,33,,-0.57,44.84\n";

fn run(database: &Database, kind: Kind, file: &str, options: Options) -> Result<Report, Error> {
    let options = Options {
        source: "test.csv".to_owned(),
        ..options
    };
    import::run(&database.db, kind, &mut file.as_bytes(), &options, &mut |_| {
        ControlFlow::Continue(())
    })
}

fn collectivities(database: &Database, rows: &[&str]) -> Report {
    run(
        database,
        Kind::Collectivities,
        &format!("{HEADER}{}", rows.concat()),
        Options::default(),
    )
    .unwrap()
}

fn record<T: serde::de::DeserializeOwned>(database: &Database, resource: Resource, key: &str) -> T {
    let found = database
        .db
        .read_blocking(|conn| renditions::find(conn, resource, Reader::Visitor, key))
        .unwrap();
    match found {
        Found::Here(rendition) => serde_json::from_str(&rendition.record).unwrap(),
        other => panic!("{key}: {other:?}"),
    }
}

/// What is wrong with the records of a kind, as a person would be told who changes another field of one.
fn wrong<S: Stored + Given>(database: &Database) -> Vec<String> {
    let resource = S::Record::RESOURCE;
    let told = database.db.read_blocking(|conn| {
        let mut told = Vec::new();
        for rendition in renditions::after(conn, 0, Uuid::nil(), i64::MAX)? {
            if rendition.resource != resource {
                continue;
            }
            let input = S::load(conn, rendition.id)?;
            let mut wrong: Vec<String> = input.wrong().into_iter().map(|one| one.parameter).collect();
            wrong.extend(
                naming::unlisted(conn, input.coded())?
                    .into_iter()
                    .map(|one| one.pointer),
            );
            told.extend(
                wrong
                    .iter()
                    .map(|field| format!("{resource}/{}: {field}", rendition.slug)),
            );
        }
        Ok(told)
    });
    told.unwrap()
}

fn whoever_changes_one_field_of_the_reference_data_may(database: Database) {
    let database = database.filled();
    let told = [
        wrong::<CollectivityInput>(&database),
        wrong::<ActorInput>(&database),
        wrong::<PartnerAuthorityInput>(&database),
        wrong::<ProjectInput>(&database),
        wrong::<EventInput>(&database),
        wrong::<ThematicGroupInput>(&database),
        wrong::<ThemeInput>(&database),
    ];
    assert_eq!(told.concat(), Vec::<String>::new());
}

fn the_reference_data_is_in(database: Database) {
    let database = database.migrated();
    let reports = import::reference(&database.db, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let refused: Vec<(Kind, &Refusal)> = reports
        .iter()
        .flat_map(|report| report.refused.iter().map(|refusal| (report.kind, refusal)))
        .collect();
    let lines: Vec<(Kind, u64, &str)> = refused
        .iter()
        .map(|(kind, refusal)| (*kind, refusal.line, refusal.field.as_str()))
        .collect();
    // Two twin towns whose country the source does not tell.
    assert_eq!(
        lines,
        [
            (Kind::Twinnings, 89, "partner_iso2"),
            (Kind::Twinnings, 158, "partner_iso2")
        ]
    );

    assert_eq!(database.number("SELECT count(*) FROM collectivities"), 4462);
    assert_eq!(
        database.number("SELECT count(*) FROM renditions"),
        database.number("SELECT count(*) FROM records")
    );

    let larache: Project = record(
        &database,
        Resource::Projects,
        "cooperation-avec-la-province-de-larache-dordogne",
    );
    assert_eq!(larache.status, ProjectStatus::Active);
    assert!(larache.to_confirm);
    let citation = &larache.provenance.citations[0];
    assert_eq!(
        citation.document.issuer.as_deref(),
        Some("Cap Coopération et RESODI")
    );
    assert!(
        citation
            .quotation
            .as_deref()
            .unwrap()
            .contains("province de Larache")
    );

    let bobo: Project = record(
        &database,
        Resource::Projects,
        "cooperation-avec-bobo-dioulasso-gironde",
    );
    assert_eq!(bobo.status, ProjectStatus::Unknown, "«incertaine»");
    let landes: Project = record(
        &database,
        Resource::Projects,
        "programmes-de-cooperation-lies-a-la-migration-marocaine-dans-les-landes",
    );
    assert_eq!(landes.lead, None);

    let gironde: Collectivity = record(&database, Resource::Collectivities, "223300013");
    assert_eq!(gironde.slug.as_str(), "departement-de-la-gironde");
    assert_eq!(gironde.service_notes[0].staff_fte, Some(3.4));
    assert!(gironde.activity.projects >= 8);
    let bordeaux: Collectivity = record(&database, Resource::Collectivities, "33063");
    assert!(bordeaux.activity.twinnings_to_confirm > 5);
    assert_eq!(bordeaux.epci.unwrap().name, "Bordeaux Métropole");

    let roadmap: Event = record(
        &database,
        Resource::Events,
        "entree-en-vigueur-de-la-feuille-de-route-pour-l-action-europeenne-et-internationale-de-la-region-2022",
    );
    assert_eq!(
        roadmap.time,
        EventTime::Period {
            date: PartialDate::Month(2022, 10)
        }
    );
}

fn a_second_import_changes_nothing(database: Database) {
    let database = database.filled();
    let before = database.number("SELECT max(sequence) FROM journal");
    let known = import::reference(&database.db, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert!(known.is_empty(), "files that are in are not read again");
    let forget = "DELETE FROM imports";
    database
        .db
        .write_blocking("test", |write| {
            write.raw(|conn| {
                use diesel::RunQueryDsl as _;
                Ok(diesel::sql_query(forget).execute(conn).map(drop)?)
            })
        })
        .unwrap();
    for report in import::reference(&database.db, &mut |_, _| ControlFlow::Continue(())).unwrap() {
        assert_eq!(
            (report.added, report.changed, report.proposed),
            (0, 0, 0),
            "{:?}: {:?}",
            report.kind,
            report.changes
        );
    }
    assert_eq!(database.number("SELECT max(sequence) FROM journal"), before);
}

const WRONG: &str = "commune:1,village,,33001,213300635,,Commune sans nom,beaucoup,33,,400,44\n";

fn a_wrong_row_is_listed_and_left_out(database: Database) {
    let database = database.migrated();
    let torn = "commune:2,commune\n";
    let bad_siren = "commune:3,commune,,33003,213300636,Faux,Commune de Faux,10,33,,,\n";
    let report = collectivities(&database, &[GIRONDE, WRONG, torn, bad_siren, BORDEAUX]);
    assert_eq!((report.added, report.kept), (2, true));
    let told: Vec<(u64, &str)> = report
        .refused
        .iter()
        .map(|refusal| (refusal.line, refusal.field.as_str()))
        .collect();
    assert_eq!(told, [(3, "type"), (3, "legal_form"), (4, ""), (5, "siren")]);
    assert!(
        report.refused[3].reason.contains("check digit"),
        "{:?}",
        report.refused
    );
    assert_eq!(database.number("SELECT count(*) FROM records"), 2);
}

fn a_strict_import_takes_all_rows_or_none(database: Database) {
    let database = database.migrated();
    let file = format!("{HEADER}{GIRONDE}{WRONG}");
    let report = run(
        &database,
        Kind::Collectivities,
        &file,
        Options {
            strict: true,
            ..Options::default()
        },
    )
    .unwrap();
    assert_eq!((report.kept, report.refused.len()), (false, 2));
    assert_eq!(database.number("SELECT count(*) FROM records"), 0);
}

fn an_interrupted_import_leaves_nothing(database: Database) {
    let database = database.migrated();
    let stop_at_second = &mut |progress: import::Progress| {
        if progress.rows < 2 {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let options = Options {
        source: "test.csv".to_owned(),
        ..Options::default()
    };
    let file = format!("{HEADER}{GIRONDE}{BORDEAUX}");
    let result = import::run(
        &database.db,
        Kind::Collectivities,
        &mut file.as_bytes(),
        &options,
        stop_at_second,
    );
    assert!(matches!(result, Err(Error::Interrupted)));
    assert_eq!(database.number("SELECT count(*) FROM records"), 0);
}

fn a_rehearsal_says_what_would_change(database: Database) {
    let database = database.migrated();
    collectivities(&database, &[GIRONDE]);
    let grown = GIRONDE.replace("1690000", "1700000");
    let file = format!("{HEADER}{grown}{BORDEAUX}");
    let report = run(
        &database,
        Kind::Collectivities,
        &file,
        Options {
            dry_run: true,
            ..Options::default()
        },
    )
    .unwrap();
    let outcomes: Vec<&Outcome> = report.changes.iter().map(|change| &change.outcome).collect();
    assert_eq!(
        outcomes,
        [&Outcome::Changed(vec!["population".to_owned()]), &Outcome::Added]
    );
    assert!(!report.kept);
    let gironde: Collectivity = record(&database, Resource::Collectivities, "departement-de-la-gironde");
    assert_eq!(gironde.population, Some(1_690_000));
}

fn columns_may_have_other_names(database: Database) {
    let database = database.migrated();
    let columns =
        ColumnMap::from_json(r#"{"id": "clé", "full_name": "Nom complet", "name": "Nom"}"#).unwrap();
    let header = HEADER
        .replace("id,type", "clé,type")
        .replace("name,full_name", "Nom,Nom complet");
    let file = format!("{header}{GIRONDE}");
    let mapped = Options {
        columns,
        ..Options::default()
    };
    assert_eq!(
        run(&database, Kind::Collectivities, &file, mapped).unwrap().added,
        1
    );
    let unmapped = run(&database, Kind::Collectivities, &file, Options::default()).unwrap_err();
    assert!(unmapped.to_string().contains("full_name"), "{unmapped}");
}

fn what_a_person_wrote_is_proposed_not_overwritten(database: Database) {
    let database = database.migrated();
    collectivities(&database, &[GIRONDE]);
    let gironde: Collectivity = record(&database, Resource::Collectivities, "departement-de-la-gironde");
    let mut input = database
        .db
        .read_blocking(|conn| CollectivityInput::load(conn, gironde.id))
        .unwrap();
    input.full_name = "Gironde le Département".to_owned();
    input.summary = Some("Neuf coopérations".to_owned());
    database
        .db
        .write_blocking("user:1", |write| write.edit(gironde.id, &input))
        .unwrap();

    let grown = GIRONDE.replace("1690000", "1700000");
    let report = collectivities(&database, &[&grown]);
    assert_eq!(
        report.changes[0].outcome,
        Outcome::Proposed(vec!["full_name".to_owned()])
    );
    let gironde: Collectivity = record(&database, Resource::Collectivities, "departement-de-la-gironde");
    assert_eq!(gironde.full_name, "Gironde le Département");
    assert_eq!(
        gironde.summary.as_deref(),
        Some("Neuf coopérations"),
        "the file says nothing of it"
    );
    assert_eq!(
        gironde.population,
        Some(1_700_000),
        "fields that nobody wrote follow the file"
    );
    collectivities(&database, &[&grown]);
    let proposals = database.texts("SELECT CAST(proposed AS TEXT) AS value FROM proposals");
    assert_eq!(proposals, [r#""Département de la Gironde""#], "proposed once");
}

fn addresses_do_not_depend_on_the_order_of_rows(database: Database) {
    let database = database.migrated();
    let abzac = |code: &str, siren: &str| {
        let department = &code[..2];
        format!("commune:{code},commune,,{code},{siren},Abzac,Commune d'Abzac,500,{department},,0,45\n")
    };
    collectivities(
        &database,
        &[
            &abzac("33001", "213300015"),
            &abzac("16001", "211600010"),
            BORDEAUX,
        ],
    );
    let slugs = database.texts("SELECT slug AS value FROM records ORDER BY slug");
    assert_eq!(slugs, ["abzac-16", "abzac-33", "bordeaux"]);
}
