//! Groupes: the thematic groups, and one of them.

texts! {
    TITLE = "Groupes thématiques", "Thematic groups";
    INTRODUCTION = "Des collectivités qui travaillent ensemble sur une thématique, un pays ou une tâche précise, entre deux réunions.", "Local authorities that work together on a theme, a country or a precise task, between meetings.";
    SEARCH_LABEL = "Mots du groupe", "Words of the group";
    KEY_FACTS = "L’essentiel", "Key facts";
    PURPOSE = "Pourquoi ce groupe", "Why this group";
    DELIVERABLE = "Ce qu’il doit produire", "What it is to produce";
    JOINING = "Pour le rejoindre", "Joining";
    RESTRICTED_TO = "Réservé à", "Restricted to";
    MEMBERS = "Membres", "Members";
    ANIMATORS = "Animation", "Animation";
    NEXT_DATE = "Prochaine date", "Next date";
    NEXT_DATE_ON = "prochaine date", "next date";
    EVENTS = "Ses rendez-vous", "Its meetings";
    ELSEWHERE = "Ce que d’autres réseaux font déjà", "What other networks already do";
    ELSEWHERE_NOTE = "Pour compléter, et non refaire.", "To complete, not to do again.";
}

counted! {
    COUNTED = "groupe" / "groupes", "group" / "groups";
    MEMBER_COUNT = "membre" / "membres", "member" / "members";
}
