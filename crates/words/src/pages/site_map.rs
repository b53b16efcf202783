//! Plan du site.

texts! {
    INTRODUCTION = "Toutes les pages du site.", "Every page of the site.";
    FIND = "Trouver", "Find";
    FOLLOW = "Suivre", "Follow";
    ABOUT = "Le site", "The site";
}
