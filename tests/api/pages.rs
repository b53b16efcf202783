//! The pages as the server answers them, for readers, search engines and previews without the application.

use aect_client::Answer;
use aect_tests::database::Content;
use aect_tests::server::text;
use aect_tests::world::SECRET;
use aect_tests::{Server, both_engines};
use aect_types::Resource;
use aect_types::site::{self, PublicPage, TextPage};
use aect_words::Language;
use scraper::{Html, Selector};
use std::collections::BTreeSet;

/// As much of a build as surrounds a page.
const INDEX: &str = concat!(
    "<!doctype html><html lang=\"fr\"><head><title>T</title>",
    "<meta name=\"description\" content=\"D\"></head>",
    "<body><div id=\"app\"><!-- content --><main>Chargement</main><!-- /content --></div></body></html>"
);

/// Asks a server with a build of the pages, on the same engine.
pub(crate) async fn with_pages(plain: &Server, ask: impl AsyncFnOnce(&Server)) {
    let build = tempfile::tempdir().unwrap();
    std::fs::write(build.path().join("index.html"), INDEX).unwrap();
    let folder = build.path().display().to_string();
    let flags = ["--spa-dir", &folder, "--public-url", "https://aect.example"];
    let server = Server::start_with(plain.engine(), Content::World, &flags).await;
    ask(&server).await;
    server.stop().await;
}

pub(crate) fn all(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>();
    page.select(&selector).map(text).collect()
}

pub(crate) fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let value = |element: scraper::ElementRef<'_>| element.attr(name).map(ToOwned::to_owned);
    page.select(&selector).filter_map(value).collect()
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer
        .headers
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

async fn page(server: &Server, path: &str, status: u16) -> Html {
    let answer = server.get(path).await;
    assert_eq!(answer.status, status, "{path}: {}", text(&answer));
    assert_eq!(
        header(&answer, "content-type"),
        "text/html; charset=utf-8",
        "{path}"
    );
    assert!(
        header(&answer, "content-security-policy").contains("script-src 'self'"),
        "{path}"
    );
    Html::parse_document(&text(&answer))
}

/// The address of a record's page.
async fn path_of(server: &Server, resource: Resource, id: aect_types::Uuid) -> String {
    let record: serde_json::Value = server.json(&format!("/api/v1/{resource}/{id}")).await;
    site::record(resource, record["slug"].as_str().unwrap()).unwrap()
}

/// The address of the page of the first record of each kind.
async fn first_of_each(server: &Server) -> Vec<String> {
    let mut paths = Vec::new();
    for (section, resource) in site::SECTIONS {
        let list: serde_json::Value = server.json(&format!("/api/v1/{resource}?limit=1")).await;
        let slug = list["items"][0]["slug"]
            .as_str()
            .unwrap_or_else(|| panic!("no {resource}"));
        paths.push(format!("{section}/{slug}"));
    }
    paths
}

both_engines! {
    async fn every_page_is_whole_and_leads_on(server: &Server) {
        with_pages(server, async |server| {
        let project = path_of(server, Resource::Projects, server.world().water_in_dakar).await;
        let collectivity = path_of(server, Resource::Collectivities, server.world().gironde).await;
        let mut known = BTreeSet::new();
        let mut paths = first_of_each(server).await;
        paths.extend([project, collectivity]);
        paths.extend(site::SECTIONS.map(|(path, _)| path.to_owned()));
        paths.extend(TextPage::ALL.map(|text| format!("/{}", text.slug())));
        paths.extend(["/", "/carte", "/comparer", "/observatoire", "/recherche", "/plan-du-site"].map(ToOwned::to_owned));
        for path in &paths {
            let page = page(server, path, 200).await;
            assert!(page.errors.is_empty(), "{path}: {:?}", page.errors);
            let ids = attributes(&page, "[id]", "id");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
            let heading = all(&page, "h1");
            assert_eq!(heading.len(), 1, "{path}");
            let title = all(&page, "head > title").concat();
            assert!(title.starts_with(&heading[0]) && title.ends_with("AECT Nouvelle-Aquitaine"), "{path}: {title}");
            assert!(attributes(&page, "meta[name=description]", "content")[0].len() > 5, "{path}");
            let canonical = attributes(&page, "link[rel=canonical]", "href");
            assert_eq!(canonical, [format!("https://aect.example{path}")]);
            for structured in all(&page, "script[type='application/ld+json']") {
                let structured: serde_json::Value = serde_json::from_str(&structured).unwrap();
                assert_eq!(structured["@context"], "https://schema.org", "{path}");
            }
            known.extend(attributes(&page, "main a[href^='/']", "href"));
            known.extend(attributes(&page, "header a[href^='/']", "href"));
            known.extend(attributes(&page, "footer a[href^='/']", "href"));
        }
        for path in known {
            let answer = server.get(&path).await;
            assert_eq!(answer.status, 200, "{path} is linked");
        }
        }).await;
    }

    async fn an_empty_list_says_why_and_leads_on(server: &Server) {
        let build = tempfile::tempdir().unwrap();
        std::fs::write(build.path().join("index.html"), INDEX).unwrap();
        let flags = ["--spa-dir", &build.path().display().to_string(), "--public-url", "https://aect.example"];
        let empty = Server::start_with(server.engine(), Content::Nothing, &flags).await;
        for (path, says, way) in [
            ("/actualites", "Personne n’a encore rien raconté ici.", "/agenda"),
            ("/ressources", "La bibliothèque est encore vide.", "/projets"),
            ("/initiatives", "Aucune initiative d’un autre réseau n’est encore décrite.", "/acteurs"),
        ] {
            let shown = page(&empty, path, 200).await;
            assert_eq!(all(&shown, ".empty .lead"), [says], "{path}");
            assert_eq!(attributes(&shown, ".empty a", "href"), [way], "{path}");
            // Under a filter there is more to say than that nothing is there.
            let filtered = page(&empty, &format!("{path}?q=baobab"), 200).await;
            assert_eq!(attributes(&filtered, ".empty a", "href"), [path], "{path}");
        }
        empty.stop().await;
    }

    async fn every_page_is_there_in_english_and_leads_to_english_ones(server: &Server) {
        with_pages(server, async |server| {
        let project = path_of(server, Resource::Projects, server.world().water_in_dakar).await;
        let mut paths = first_of_each(server).await;
        paths.push(project.clone());
        paths.extend(site::SECTIONS.map(|(path, _)| path.to_owned()));
        paths.extend(TextPage::ALL.map(|text| format!("/{}", text.slug())));
        paths.extend(["/", "/carte", "/comparer", "/observatoire", "/recherche", "/plan-du-site"].map(ToOwned::to_owned));
        for path in &paths {
            let english = Language::En.place(path);
            let page = page(server, &english, 200).await;
            assert!(page.errors.is_empty(), "{english}: {:?}", page.errors);
            assert_eq!(attributes(&page, "html", "lang"), ["en"], "{english}");
            let alternates = attributes(&page, "link[rel=alternate]", "href");
            let both = [path.as_str(), &english, path].map(|path| format!("https://aect.example{path}"));
            assert_eq!(alternates, both, "{english}");
            assert_eq!(attributes(&page, "#langue", "href"), [path.as_str()], "{english}");
            for link in attributes(&page, "a[href^='/']:not([hreflang])", "href") {
                let path = link.split(['?', '#']).next().unwrap();
                assert!(PublicPage::at(path).is_none(), "{english} leads to {link}, which is French");
            }
            for action in attributes(&page, "form", "action") {
                assert!(action.starts_with("/en"), "{english}: {action}");
            }
        }
        let project = page(server, &Language::En.place(&project), 200).await;
        assert_eq!(attributes(&project, "h1", "lang"), ["fr"], "a title is as it was written");
        let text = all(&project, "main").concat();
        assert!(text.contains("Senegal") && !text.contains("Sénégal"), "{text}");
        let agenda = page(server, "/en/agenda?view=mois&mois=2026-11", 200).await;
        assert_eq!(all(&agenda, "caption"), ["November 2026"]);
        assert_eq!(all(&page(server, "/en/nulle-part", 404).await, "h1"), ["Page not found"]);
        let moved = server.get("/en/annuaire/33063").await;
        assert!(header(&moved, "location").starts_with("/en/annuaire/"), "{:?}", moved.headers);
        }).await;
    }

    async fn lists_are_searched_and_turned_without_a_script(server: &Server) {
        with_pages(server, async |server| {
        let found = page(server, "/projets?q=rabat&view=carte", 200).await;
        assert_eq!(attributes(&found, "input[type=search]", "value"), ["rabat"]);
        assert_eq!(all(&found, ".row-title").len(), 1);
        let nothing = page(server, "/projets?q=zzzzzz&country=SN", 200).await;
        assert_eq!(all(&nothing, ".row").len(), 0);
        assert_eq!(attributes(&nothing, "input[type=hidden]", "value"), ["SN"]);
        // Page by page, every row once.
        let (mut path, mut titles) = ("/annuaire?limit=2".to_owned(), Vec::new());
        loop {
            let page = page(server, &path, 200).await;
            titles.extend(all(&page, ".row-title"));
            match attributes(&page, ".pager a[rel=next]", "href").pop() {
                Some(next) => path = next,
                None => break,
            }
        }
        let total: serde_json::Value = server.json("/api/v1/collectivities?limit=1").await;
        assert_eq!(titles.len().to_string(), total["total"].to_string());
        assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), titles.len());
        }).await;
    }

    async fn what_cannot_be_read_in_an_address_is_left_aside(server: &Server) {
        with_pages(server, async |server| {
        let whole = all(&page(server, "/projets", 200).await, ".row-title");
        for path in ["/projets?country=senegal", "/projets?cursor=abc", "/projets?limit=9999&sort=x", "/projets?facets=theme"] {
            assert_eq!(all(&page(server, path, 200).await, ".row-title"), whole, "{path}");
        }
        }).await;
    }

    async fn a_code_leads_to_the_page_and_nothing_to_nothing(server: &Server) {
        with_pages(server, async |server| {
        let path = path_of(server, Resource::Collectivities, server.world().bordeaux).await;
        let moved = server.get("/annuaire/33063").await;
        assert_eq!((moved.status, header(&moved, "location")), (308, path.as_str()));
        for lost in ["/annuaire/nulle-part", "/nulle-part", "/projets/a/b", "/annuaire/Bordeaux"] {
            let page = page(server, lost, 404).await;
            assert_eq!(all(&page, "h1"), ["Page introuvable"], "{lost}");
        }
        }).await;
    }

    async fn pages_hide_what_is_hidden(server: &Server) {
        with_pages(server, async |server| {
        let mut paths = vec!["/".to_owned(), "/carte".to_owned()];
        paths.extend([format!("/annuaire?q={SECRET}&limit=200"), format!("/projets?q={SECRET}&limit=200")]);
        paths.extend(["/annuaire?limit=200".to_owned(), "/projets?limit=200&to_confirm=true&to_confirm=false".to_owned()]);
        for path in paths.clone() {
            let page = page(server, &path, 200).await;
            paths.extend(attributes(&page, ".row-title a", "href"));
        }
        for path in &paths {
            let page = page(server, path, 200).await;
            // The words of the search itself are the reader's own.
            let told = all(&page, "main").concat();
            assert!(!told.contains(SECRET), "{path}: {told}");
        }
        for hidden in server.world().hidden.iter().filter(|hidden| hidden.resource == Resource::Projects) {
            page(server, &format!("/projets/{}", hidden.id), 404).await;
        }
        }).await;
    }

    async fn a_page_shows_what_is_told_of_it(server: &Server) {
        with_pages(server, async |server| {
        let world = server.world();
        let paths = [
            (Resource::Projects, world.water_in_dakar, &["Retour de Dakar"][..], "project"),
            (Resource::Events, world.mission, &["Retour de Dakar"], "event"),
            (Resource::Collectivities, world.gironde, &["Retour de Dakar", "Modèle de convention"], "collectivity"),
            (Resource::Themes, world.water, &["Retour de Dakar", "Modèle de convention"], "theme"),
            (Resource::Collectivities, world.bordeaux, &[], ""),
            (Resource::Actors, world.afd, &[], ""),
        ];
        let lists = ["/actualites?", "/ressources?"];
        let mut told_paths = vec![(format!("{}/senegal", site::paths::COUNTRIES), &["Retour de Dakar"][..], "country")];
        for (resource, id, expected, filter) in paths {
            told_paths.push((path_of(server, resource, id).await, expected, filter));
        }
        for (path, expected, filter) in &told_paths {
            for english in ["", "/en"] {
                let page = page(server, &format!("{english}{path}"), 200).await;
                let rows = all(&page, ".row-title a[href*='/actualites/'], .row-title a[href*='/ressources/']");
                assert_eq!(rows, *expected, "{path}");
                let ways = attributes(&page, "article p a", "href");
                let ways: Vec<&String> = ways.iter().filter(|way| lists.iter().any(|list| way.contains(list))).collect();
                assert_eq!(ways.len(), expected.len(), "{path}");
                assert!(ways.iter().all(|way| way.contains(&format!("?{filter}="))), "{path}: {ways:?}");
                // The way leads to a list that has it.
                for (way, title) in ways.into_iter().zip(*expected) {
                    let list = self::page(server, way, 200).await;
                    assert_eq!(all(&list, ".row-title a"), [*title], "{way}");
                }
            }
        }
        }).await;
    }

    async fn the_newest_of_what_is_told_are_on_the_page(server: &Server) {
        with_pages(server, async |server| {
        let (project, lead) = (server.world().water_in_dakar, server.world().gironde);
        server
            .write(move |write| {
                for day in 1..=4 {
                    let mut news = aect_tests::inputs::news(&format!("Nouvelle {day}"), &format!("2026-11-0{day}"));
                    news.projects = vec![project];
                    news.authors = vec![aect_types::authors::AuthorInput { collectivity: Some(lead), actor: None }];
                    aect_tests::world::public(write, &news)?;
                }
                Ok(())
            })
            .await;
        let path = path_of(server, Resource::Projects, project).await;
        let page = page(server, &path, 200).await;
        let rows = all(&page, ".row-title a[href*='/actualites/']");
        assert_eq!(rows, ["Nouvelle 4", "Nouvelle 3", "Nouvelle 2"]);
        }).await;
    }

    async fn the_agenda_is_shown_by_month_and_by_what_is_past(server: &Server) {
        with_pages(server, async |server| {
        let past = page(server, "/agenda?view=passes", 200).await;
        let titles = all(&past, ".row-title");
        assert!(!titles.is_empty());
        assert!(!all(&past, "h2.month").is_empty());
        let coming = all(&page(server, "/agenda", 200).await, ".row-title");
        assert!(coming.iter().all(|title| !titles.contains(title)));
        let nothing = page(server, "/agenda?q=zzzzzz", 200).await;
        assert_eq!(all(&nothing, ".empty").len(), 1, "said once, and how to go on");
        let month = page(server, "/agenda?view=mois&mois=2026-11", 200).await;
        assert_eq!(all(&month, "caption"), ["Novembre 2026"]);
        assert_eq!(all(&month, "tbody tr").len(), 6);
        let turned = attributes(&month, ".month-turn a", "href");
        assert_eq!(turned, ["/agenda?view=mois&mois=2026-10", "/agenda?view=mois&mois=2026-12"]);
        }).await;
    }

    async fn every_figure_of_the_observatory_leads_to_its_list(server: &Server) {
        with_pages(server, async |server| {
        let observatory = page(server, "/observatoire", 200).await;
        assert_eq!(all(&observatory, ".chart h2").len(), 6);
        let links = attributes(&observatory, ".chart tbody th a", "href");
        let counts = all(&observatory, ".chart tbody td:nth-child(2)");
        assert!(links.len() > 6 && links.len() == counts.len());
        for (link, count) in links.iter().zip(counts) {
            let list: serde_json::Value = server.json(&link.replace("/projets", "/api/v1/projects")).await;
            assert_eq!(list["total"].to_string(), count, "{link}");
        }
        let narrower = page(server, "/observatoire?kind=twinning", 200).await;
        assert_ne!(all(&narrower, ".figures"), all(&observatory, ".figures"));
        }).await;
    }

    async fn the_map_is_readable_as_tables_under_its_filters(server: &Server) {
        with_pages(server, async |server| {
        let whole = page(server, "/carte", 200).await;
        assert_eq!(all(&whole, "main h2"), ["Pays", "Département"]);
        let names = attributes(&whole, "main form select", "name");
        assert_eq!(names, ["country", "department", "theme", "kind", "status", "year"]);
        let narrower = page(server, "/carte?country=SN", 200).await;
        assert_eq!(attributes(&narrower, "select[name=country] option[selected]", "value"), ["SN"]);
        let offered = |page: &Html| attributes(page, "select[name=country] option", "value");
        assert_eq!(offered(&narrower), offered(&whole), "what is chosen can be changed at once");
        let nothing = page(server, "/carte?country=TV", 200).await;
        assert_eq!(attributes(&nothing, "select[name=country] option[selected]", "value"), ["TV"]);
        }).await;
    }

    async fn collectivities_are_compared_side_by_side(server: &Server) {
        with_pages(server, async |server| {
        let [one, two] = [server.world().bordeaux, server.world().gironde];
        let compared = page(server, &format!("/comparer?c={one}&c={two}&c={one}"), 200).await;
        assert_eq!(all(&compared, "thead th").len(), 3);
        let offered = page(server, &format!("/comparer?c={one}&q=gironde"), 200).await;
        let ways = attributes(&offered, ".names a", "href");
        assert!(ways.iter().any(|way| way.matches("c=").count() == 2), "{ways:?}");
        page(server, "/comparer?c=nulle-part", 404).await;
        }).await;
    }

    async fn everything_is_searched_without_a_script(server: &Server) {
        with_pages(server, async |server| {
        let found = page(server, "/recherche?q=bordeaux", 200).await;
        assert!(attributes(&found, ".found a", "href").iter().any(|href| href.starts_with("/annuaire/")));
        let secret = page(server, &format!("/recherche?q={SECRET}"), 200).await;
        assert_eq!(all(&secret, ".found").len(), 0);
        }).await;
    }

    async fn robots_and_the_map_of_the_site_name_every_page_and_nothing_hidden(server: &Server) {
        with_pages(server, async |server| {
        let robots = text(&server.get("/robots.txt").await);
        assert!(robots.contains("Sitemap: https://aect.example/sitemap.xml"), "{robots}");
        let locations = |xml: &str| -> Vec<String> {
            let parts = xml.split("<loc>").skip(1);
            parts.filter_map(|part| part.split("</loc>").next()).map(|url| url.replace("https://aect.example", "")).collect()
        };
        let index = server.get("/sitemap.xml").await;
        assert_eq!(header(&index, "content-type"), "application/xml; charset=utf-8");
        let mut pages = Vec::new();
        for part in locations(&text(&index)) {
            pages.extend(locations(&text(&server.get(&part).await)));
        }
        assert!(pages.contains(&"/observatoire".to_owned()) && pages.contains(&"/aide".to_owned()));
        for path in first_of_each(server).await {
            assert!(pages.contains(&path), "{path}");
        }
        let hidden = server.world().hidden.iter().map(|hidden| hidden.id.to_string());
        for id in hidden {
            assert!(!pages.iter().any(|path| path.contains(&id)));
        }
        assert!(!pages.concat().contains(SECRET));
        let total: serde_json::Value = server.json("/api/v1/projects?limit=1&to_confirm=true&to_confirm=false").await;
        let projects = pages.iter().filter(|path| path.starts_with("/projets/")).count();
        assert_eq!(projects.to_string(), total["total"].to_string());
        assert_eq!(server.get("/sitemaps/projets-2.xml").await.status, 404);
        assert_eq!(server.get("/sitemaps/nulle-part.xml").await.status, 404);
        }).await;
    }

    async fn an_unchanged_page_is_not_sent_again(server: &Server) {
        with_pages(server, async |server| {
        let first = server.get("/projets").await;
        let tag = header(&first, "etag").to_owned();
        let again = server.get_with("/projets", &[("if-none-match", &tag)]).await;
        assert_eq!(again.status, 304);
        assert!(header(&again, "content-security-policy").contains("script-src 'self'"));
        }).await;
    }

    async fn a_page_that_cannot_be_made_is_left_to_the_application(server: &Server) {
        with_pages(server, async |server| {
            let project = path_of(server, Resource::Projects, server.world().prospecting).await;
            server
                .write_unseen(|write| {
                    write.raw(|conn| {
                        use diesel::RunQueryDsl as _;
                        let damage = diesel::sql_query("UPDATE renditions SET record = '{'");
                        Ok(damage.execute(conn)?)
                    })
                })
                .await;
            let bare = page(server, &project, 500).await;
            assert_eq!(all(&bare, "main"), ["Chargement"]);
        })
        .await;
    }
}
