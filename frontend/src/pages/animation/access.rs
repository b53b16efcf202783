//! How people come to keep a record: codes left at a visit, with a sheet to print, and domains of e-mail.

use crate::data::{self, Loaded};
use crate::intl;
use crate::pages::member::for_members;
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Field, Form};
use crate::ui::heading::heading;
use crate::ui::node::{live, node, told};
use crate::ui::sheet::written;
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::memberships::{VisitCode, VisitCodeMade, VisitCodeRequest};
use aect_types::people::MemberRole;
use aect_types::site::{self, EditorPage};
use aect_types::{Instant, Resource, Slug, Uuid};
use aect_words::pages::{Text, animation as words, form as forms};
use aect_words::{Labelled as _, Language};
use js_sys::Date;
use leptos::prelude::*;
use maud::PreEscaped;
use serde_json::Value;

/// What there is already.
type Known = (Vec<VisitCodeMade>, Vec<String>);

#[derive(Clone, Copy)]
struct Access {
    language: Language,
    record: Uuid,
    name: StoredValue<String>,
    loaded: Loaded<Known>,
    /// The code that was just made.
    made: RwSignal<Option<VisitCode>>,
    /// Says what was done, and what could not be.
    form: Form,
    client: StoredValue<Client>,
    session: Session,
}

/// The page.
pub(crate) fn page(resource: Resource, slug: &Slug, language: Language) -> AnyView {
    let (key, path) = (
        slug.to_string(),
        EditorPage::Access(resource, slug.clone()).path(),
    );
    for_members(path, language, move |language| {
        let key = key.clone();
        let href = site::record(resource, &key).unwrap_or_default();
        let loaded: Loaded<Value> = data::load_apart(move |client: Client| {
            let key = key.clone();
            async move { client.json(&client.site().record(resource, &key)).await }
        });
        states::record_page(loaded, move |record: Value| view(&record, &href, language))
    })
}

fn view(record: &Value, href: &str, language: Language) -> AnyView {
    let said = |name: &str| record.get(name).and_then(Value::as_str).map(str::to_owned);
    let name = said("full_name").or_else(|| said("name")).unwrap_or_default();
    let id: Uuid = said("id").and_then(|id| id.parse().ok()).unwrap_or_default();
    let access = Access {
        language,
        record: id,
        name: StoredValue::new(name.clone()),
        loaded: data::load_apart(move |client: Client| async move { load(client, id).await }),
        made: RwSignal::new(None),
        form: Form::new(language),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    view! {
        {heading(words::ACCESS.of(language).to_owned(), language)}
        <p class="lead"><a href=language.place(href) lang="fr">{name}</a></p>
        <p class="said">{access.form.status()}</p>
        {access.codes()}
        {live(move || access.made.get().map(|code| access.sheet(code)))}
        {states::part(access.loaded, move |known| access.known(known))}
    }
    .into_any()
}

async fn load(client: Client, record: Uuid) -> Result<Known, Error> {
    let codes = client.visit_codes(record).await?;
    let team = client.team(record).await?;
    Ok((codes.items, team.domains))
}

impl Access {
    /// Making a code.
    fn codes(self) -> AnyView {
        let language = self.language;
        let form = Form::new(language);
        let role = RwSignal::new(MemberRole::Owner.as_str().to_owned());
        let choices = MemberRole::ALL.iter();
        let choices = choices
            .map(|role| (role.as_str(), role.label(language)))
            .collect();
        let field = Field {
            id: "role",
            label: words::ROLE,
            help: None,
            value: role,
        };
        let send = move || {
            let request = VisitCodeRequest {
                record: self.record,
                role: role.get_untracked().parse().unwrap_or(MemberRole::Reader),
            };
            let client = self.client.get_value();
            form.send(async move {
                match client.make_visit_code(&request).await {
                    Ok(code) => {
                        self.made.set(Some(code));
                        self.loaded.retry();
                        request_animation_frame(|| crate::browser::focus("feuille"));
                    }
                    Err(error) if error.status() == Some(401) => self.session.end(),
                    Err(error) => form.refuse(Fault::told(&error, language)),
                }
            });
        };
        view! {
            <section class="aside no-print">
                <h2>{words::CODES.of(language)}</h2>
                {told("p", "", words::CODES_DETAIL.of(language))}
                {form.view(vec![form.choice(field, choices)], words::CODE_MAKE, send)}
            </section>
        }
        .into_any()
    }

    /// The sheet that is left: what it is for, the address, the QR code, the code.
    fn sheet(self, code: VisitCode) -> AnyView {
        let language = self.language;
        let until = moment(code.expires_at, language);
        let until = [words::CODE_SHEET_UNTIL.of(language), " ", &until].concat();
        let print = move |_| {
            // A browser that will not print says so itself.
            let _printed = crate::browser::window().print();
        };
        view! {
            <section class="aside visit-sheet">
                <p class="notice no-print">{words::CODE_ONCE.of(language)}</p>
                <h2 id="feuille" tabindex="-1">{words::CODE_SHEET.of(language)}</h2>
                <p class="lead" lang="fr">{self.name.get_value()}</p>
                <p>{words::CODE_SHEET_HOW.of(language)}</p>
                <p><code>{code.url}</code></p>
                <div class="qr" role="img" aria-label=words::CODE_QR.of(language)>{written(PreEscaped(code.qr_code.unwrap_or_default()))}</div>
                <p>{words::CODE_SHEET_CODE.of(language)} " " <strong>{code.code}</strong></p>
                {told("p", "hint", until)}
                <div class="tools">
                    <button type="button" class="button button-main" on:click=print>{words::CODE_PRINT.of(language)}</button>
                </div>
            </section>
        }
        .into_any()
    }

    fn known(self, (codes, domains): &Known) -> AnyView {
        let language = self.language;
        let code = |code: &VisitCodeMade| {
            let over = Date::parse(&code.expires_at.to_string()) < Date::now();
            let (words, at) = match code.used_at {
                Some(used) => (words::CODE_USED, used),
                None if over => (words::CODE_OVER, code.expires_at),
                None => (words::CODE_OPEN, code.expires_at),
            };
            let said = [
                code.role.label(language),
                " – ",
                words.of(language),
                " ",
                &moment(at, language),
            ];
            told("li", "", said.concat())
        };
        let codes: Vec<AnyView> = codes.iter().map(code).collect();
        let made = (!codes.is_empty()).then(|| {
            let parts = vec![
                told("h2", "", words::CODES_MADE.of(language)),
                node("ul", "", codes),
            ];
            node("section", "aside no-print", parts)
        });
        let rows: Vec<AnyView> = domains.iter().map(|domain| self.domain(domain)).collect();
        let none = rows
            .is_empty()
            .then(|| told("p", "hint", words::DOMAINS_NONE.of(language)));
        view! {
            {made}
            <section class="aside no-print">
                <h2 id="domaines" tabindex="-1">{words::DOMAINS.of(language)}</h2>
                {told("p", "", words::DOMAINS_DETAIL.of(language))}
                {none}
                {node("ul", "rows", rows)}
                {self.attaching()}
            </section>
        }
        .into_any()
    }

    fn domain(self, domain: &str) -> AnyView {
        let language = self.language;
        let label = [words::DETACH.of(language), " ", domain].concat();
        let name = domain.to_owned();
        let detach = move |_| {
            let (client, domain) = (self.client.get_value(), name.clone());
            self.done(self.form, forms::SAVED, async move {
                client.detach_domain(&domain).await
            });
        };
        view! {
            <li class="row row-sided">
                {told("p", "row-title", domain.to_owned())}
                <button type="button" class="tool" aria-label=label on:click=detach>{words::DETACH.of(language)}</button>
            </li>
        }
        .into_any()
    }

    fn attaching(self) -> AnyView {
        let form = Form::new(self.language);
        let domain = RwSignal::new(String::new());
        let field = Field {
            id: "domain",
            label: words::DOMAIN,
            help: Some(words::DOMAIN_HELP),
            value: domain,
        };
        let send = move || {
            let (client, record) = (self.client.get_value(), self.record);
            let domain = domain.get_untracked().trim().to_lowercase();
            if !aect_types::memberships::may_stand(&domain) {
                let refused = words::DOMAIN_REFUSED.of(self.language);
                return form.refuse(vec![Fault::of("domain", refused)]);
            }
            self.done(form, forms::SAVED, async move {
                client.attach_domain(&domain, record).await
            });
        };
        form.view(vec![form.line(field, "text", "off")], words::ATTACH, send)
    }

    fn done(self, form: Form, said: Text, doing: impl Future<Output = Result<(), Error>> + 'static) {
        form.send(async move {
            match doing.await {
                Ok(()) => {
                    self.form.say(said);
                    self.loaded.retry();
                    crate::browser::focus("domaines");
                }
                Err(error) if error.status() == Some(401) => self.session.end(),
                Err(error) => form.refuse(Fault::told(&error, self.language)),
            }
        });
    }
}

fn moment(at: Instant, language: Language) -> String {
    intl::moment(Date::parse(&at.to_string()), language)
}
