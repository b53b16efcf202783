//! Forms: label, help and error of a field are one thing; what is wrong is said all at once, in a summary that takes the
//! focus and at each field; what was typed stays.

use crate::browser::{self, document};
use crate::ui::node::{live, told};
use crate::ui::states;
use aect_client::Error;
use aect_words::Language;
use aect_words::pages::{Text, form as words};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where the summary is.
const SUMMARY: &str = "erreurs";

/// Something that is wrong.
#[derive(Clone, PartialEq)]
pub(crate) struct Fault {
    /// The identifier of its field: what the API calls it. Empty where it is the matter of none.
    field: String,
    words: String,
}

impl Fault {
    /// Of a field.
    pub(crate) fn of(field: &str, words: impl Into<String>) -> Self {
        Self {
            field: field.to_owned(),
            words: words.into(),
        }
    }

    /// What is wrong, in words.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// Whether it is the matter of a field, or of a part of it.
    pub(crate) fn is_of(&self, id: &str) -> bool {
        is_within(&self.field, id)
    }

    /// Why the server did not take what was sent: each field that it names, or what a reader can do about it.
    pub(crate) fn told(error: &Error, language: Language) -> Vec<Self> {
        let named = match error {
            Error::Problem(problem) => problem.errors.as_slice(),
            _ => &[],
        };
        let of_field = |pointer: &str| pointer.trim_start_matches('/').to_owned();
        let named = named.iter().map(|wrong| Self {
            field: wrong.pointer.as_deref().map(of_field).unwrap_or_default(),
            words: wrong.detail.clone(),
        });
        let named: Vec<Self> = named.collect();
        if named.is_empty() {
            return vec![Self::of("", states::explanation(error).of(language))];
        }
        named
    }
}

/// A field of text, or of one choice among few.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    /// What the API calls it; its identifier in the page.
    pub(crate) id: &'static str,
    pub(crate) label: Text,
    pub(crate) help: Option<Text>,
    pub(crate) value: RwSignal<String>,
}

/// What is filled in and sent.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    language: Language,
    faults: RwSignal<Vec<Fault>>,
    sending: RwSignal<bool>,
    /// What was done, said until the next action.
    said: RwSignal<Option<Text>>,
}

impl Form {
    /// A form on which nothing is wrong yet.
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            faults: RwSignal::default(),
            sending: RwSignal::new(false),
            said: RwSignal::new(None),
        }
    }

    /// Says what is wrong.
    pub(crate) fn refuse(self, faults: Vec<Fault>) {
        self.said.set(None);
        self.faults.set(faults);
        request_animation_frame(|| go_to(SUMMARY));
    }

    /// Says what is wrong, and leads to the first field that is.
    pub(crate) fn refuse_first(self, faults: Vec<Fault>) {
        let first = faults.first().map(|fault| fault.field.clone());
        let first = first.filter(|field| !field.is_empty());
        self.faults.set(faults);
        request_animation_frame(move || go_to(first.as_deref().unwrap_or(SUMMARY)));
    }

    /// Marks what is wrong, without leading the reader there: they are typing.
    pub(crate) fn mark(self, faults: Vec<Fault>) {
        self.faults.set(faults);
    }

    /// Says what was done.
    pub(crate) fn say(self, words: Text) {
        self.said.set(Some(words));
    }

    /// Sends, unless something is on its way already.
    pub(crate) fn send(self, sending: impl Future<Output = ()> + 'static) {
        if self.sending.get_untracked() {
            return;
        }
        self.sending.set(true);
        self.faults.set(Vec::new());
        self.said.set(None);
        leptos::task::spawn_local(async move {
            sending.await;
            // The page may be gone already.
            let _gone = self.sending.try_set(false);
        });
    }

    /// The form: what is wrong, its fields, its button, what was done.
    pub(crate) fn view(self, fields: Vec<AnyView>, button: Text, send: impl Fn() + 'static) -> AnyView {
        let language = self.language;
        view! {
            <form class="form" novalidate on:submit=move |event| { event.prevent_default(); send(); }>
                {self.summary()}
                {fields}
                <div class="form-send">
                    <button type="submit" class="button button-main">{button.of(language)}</button>
                    {self.status()}
                </div>
            </form>
        }
        .into_any()
    }

    /// What is being done, and what was.
    pub(crate) fn status(self) -> AnyView {
        let language = self.language;
        let words = move || {
            let sending = self.sending.get().then_some(words::SENDING);
            sending
                .or_else(|| self.said.get())
                .map(|words| words.of(language))
        };
        view! { <span class="tools-said" role="status">{live(words)}</span> }.into_any()
    }

    /// All that is wrong, each thing leading to its field.
    pub(crate) fn summary(self) -> AnyView {
        let language = self.language;
        let one = |Fault { field, words }: Fault| {
            if field.is_empty() {
                return told("li", "", words);
            }
            let href = format!("#{field}");
            let lead = move |event: web_sys::MouseEvent| {
                event.prevent_default();
                go_to(&field);
            };
            view! { <li><a href=href on:click=lead>{words}</a></li> }.into_any()
        };
        live(move || {
            let faults = self.faults.get();
            (!faults.is_empty()).then(|| {
                view! {
                    <div class="notice notice-error" role="alert" tabindex="-1" id=SUMMARY>
                        <h2>{words::WRONG.of(language)}</h2>
                        <ul>{faults.into_iter().map(one).collect::<Vec<_>>()}</ul>
                    </div>
                }
                .into_any()
            })
        })
    }

    /// What is wrong with a field, or with a part of it.
    pub(crate) fn fault(self, id: &'static str) -> Memo<Option<String>> {
        Memo::new(move |_| {
            self.faults.with(|faults| {
                let fault = faults.iter().find(|fault| fault.is_of(id));
                fault.map(|fault| fault.words.clone())
            })
        })
    }

    /// A line of text; `kind` is that of the `<input>`, `fill` what a browser may fill in by itself.
    pub(crate) fn line(self, field: Field, kind: &'static str, fill: &'static str) -> AnyView {
        let Field {
            id,
            label,
            help,
            value,
        } = field;
        let fault = self.fault(id);
        view! {
            <div class="field" class:field-wrong=move || fault.get().is_some()>
                <label for=id>{label.of(self.language)}</label>
                {self.hint(id, help)}
                {self.wrong(id, fault)}
                <input type=kind id=id name=id autocomplete=fill spellcheck="false"
                    inputmode=(fill == "one-time-code").then_some("numeric")
                    aria-describedby=move || described(id, help.is_some(), fault.get().is_some())
                    aria-invalid=move || fault.get().map(|_| "true")
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event)) />
            </div>
        }
        .into_any()
    }

    /// A text of several lines.
    pub(crate) fn area(self, field: Field) -> AnyView {
        let Field {
            id,
            label,
            help,
            value,
        } = field;
        let fault = self.fault(id);
        view! {
            <div class="field" class:field-wrong=move || fault.get().is_some()>
                <label for=id>{label.of(self.language)}</label>
                {self.hint(id, help)}
                {self.wrong(id, fault)}
                <textarea id=id name=id rows="4"
                    aria-describedby=move || described(id, help.is_some(), fault.get().is_some())
                    aria-invalid=move || fault.get().map(|_| "true")
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))></textarea>
            </div>
        }
        .into_any()
    }

    /// One of few: codes and what they are called.
    pub(crate) fn choice(self, field: Field, choices: Vec<(&'static str, &'static str)>) -> AnyView {
        let Field {
            id,
            label,
            help,
            value,
        } = field;
        let fault = self.fault(id);
        let one = |(rank, (code, name)): (usize, (&'static str, &'static str))| {
            // What the summary leads to is the first.
            let own = if rank == 0 {
                id.to_owned()
            } else {
                format!("{id}-{code}")
            };
            view! {
                <label class="field-choice">
                    <input type="radio" id=own name=id value=code prop:checked=move || value.get() == code
                        on:change=move |_| value.set(code.to_owned()) />
                    {name}
                </label>
            }
            .into_any()
        };
        view! {
            <fieldset class="field" class:field-wrong=move || fault.get().is_some()
                aria-describedby=move || described(id, help.is_some(), fault.get().is_some())>
                <legend>{label.of(self.language)}</legend>
                {self.hint(id, help)}
                {self.wrong(id, fault)}
                {choices.into_iter().enumerate().map(one).collect::<Vec<_>>()}
            </fieldset>
        }
        .into_any()
    }

    /// Why one should fill in a field.
    pub(crate) fn hint(self, id: &str, help: Option<Text>) -> Option<AnyView> {
        let help = help?.of(self.language);
        Some(view! { <p class="hint" id=help_of(id)>{help}</p> }.into_any())
    }

    /// The words of its fault, where it has one.
    pub(crate) fn wrong(self, id: &'static str, fault: Memo<Option<String>>) -> AnyView {
        let error = words::ERROR.of(self.language);
        live(move || {
            let words = fault.get()?;
            Some(view! {
                <p class="field-error" id=error_of(id)><span class="visually-hidden">{error} " "</span>{words}</p>
            })
        })
    }
}

/// Whether a name is that of a field, or of a part of it (RFC 6901).
pub(crate) fn is_within(name: &str, id: &str) -> bool {
    let rest = name.strip_prefix(id);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Leads the reader to a field, or to the summary; what is folded around it is opened.
pub(crate) fn go_to(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        if let Ok(Some(folded)) = element.closest("details:not([open])") {
            browser::set_attribute(&folded, "open", Some(""));
        }
        element.scroll_into_view();
        browser::focus(id);
    }
}

fn help_of(id: &str) -> String {
    [id, "-aide"].concat()
}

fn error_of(id: &str) -> String {
    [id, "-erreur"].concat()
}

/// The identifiers of what describes a field.
pub(crate) fn described(id: &str, help: bool, wrong: bool) -> Option<String> {
    match (help, wrong) {
        (true, true) => Some([&help_of(id), " ", &error_of(id)].concat()),
        (true, false) => Some(help_of(id)),
        (false, true) => Some(error_of(id)),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aect_types::Problem;
    use aect_types::problem::{ErrorCode, FieldError};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn problem(errors: Vec<FieldError>) -> Error {
        Error::Problem(Box::new(Problem {
            kind: String::new(),
            title: String::new(),
            status: 422,
            detail: String::new(),
            request_id: String::new(),
            errors,
        }))
    }

    #[test]
    fn each_field_that_the_server_names_has_its_error() {
        let wrong = FieldError {
            parameter: None,
            pointer: Some("/name".to_owned()),
            code: ErrorCode::TooLong,
            detail: "Trop long".to_owned(),
        };
        let told = Fault::told(&problem(vec![wrong]), Language::Fr);
        assert!(told == [Fault::of("name", "Trop long")]);
        let nameless = Fault::told(&problem(Vec::new()), Language::Fr);
        assert!(nameless.len() == 1 && nameless.iter().all(|fault| fault.field.is_empty()));
    }

    #[test]
    fn a_field_is_described_by_what_there_is() {
        assert_eq!(
            described("nom", true, true).as_deref(),
            Some("nom-aide nom-erreur")
        );
        assert_eq!(described("nom", false, false), None);
    }
}
