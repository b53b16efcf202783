//! Pictures and documents of records.

texts! {
    PICTURES = "Photos", "Photos";
    DOCUMENTS = "Documents joints", "Attached documents";
    MEGABYTES = "Mo", "MB";
    KILOBYTES = "ko", "kB";

    SECTION = "Images et documents", "Pictures and documents";
    INTRODUCTION = "Photos (JPEG, PNG ou WebP, 10 Mo au plus) et documents PDF (20 Mo au plus). Le lieu et la date notés par l’appareil sont effacés des photos.", "Photos (JPEG, PNG or WebP, 10 MB at most) and PDF documents (20 MB at most). The place and date noted by the camera are erased from photos.";
    FIRST_SAVE = "Enregistrez d’abord la fiche : vous pourrez ensuite y joindre des fichiers.", "Save the record first: you can attach files to it afterwards.";
    ROLE = "Ce que c’est", "What it is";
    ROLE_LOGO = "Logo", "Logo";
    ROLE_PICTURE = "Photo ou image", "Photo or picture";
    ROLE_DOCUMENT = "Document PDF", "PDF document";
    FILE = "Fichier", "File";
    ALT = "Ce que l’image montre", "What the picture shows";
    ALT_HELP = "Lu à voix haute à qui ne voit pas l’image : « Deux élues devant le puits de Fatick ».", "Read aloud to whoever does not see the picture: “Two councillors in front of the well of Fatick”.";
    CAPTION = "Légende ou titre", "Caption or title";
    CAPTION_HELP = "Obligatoire pour un document : c’est le nom du lien.", "Required for a document: it is the name of the link.";
    ADD = "Joindre le fichier", "Attach the file";
    BUSY = "Un enregistrement est en cours : recommencez dans un instant.", "Something is being saved: please try again in a moment.";
    TOO_HEAVY = "Ce fichier est trop lourd.", "This file is too heavy.";
    ADDED = "Le fichier est joint à la fiche.", "The file is attached to the record.";
    REMOVE = "Retirer", "Remove";
    REMOVED = "Le fichier est retiré. Vous pouvez encore l’annuler.", "The file is removed. You can still undo it.";
    UNDO = "Remettre le fichier", "Put the file back";
    RESTORED = "Le fichier est de retour.", "The file is back.";
    NO_FILE = "Choisissez un fichier.", "Choose a file.";
    STALE = "La fiche a changé entre-temps. Sa version actuelle est maintenant ici : recommencez.", "The record has changed meanwhile. Its present version is here now: please try again.";

    PREVIEW = "Aperçu", "Preview";
    PREVIEW_OF = "Aperçu de :", "Preview of:";
    MARKDOWN_HELP = "Mise en forme : **gras**, *italique*, # titre, - liste, [texte](https://adresse).", "Formatting: **bold**, *italics*, # heading, - list, [text](https://address).";
}
