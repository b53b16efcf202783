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
    LEAVING = "Envoi du fichier", "Sending the file";
    ARRIVED = "Envoyé : le fichier est en cours de vérification.", "Sent: the file is being checked.";
    STOP = "Annuler l’envoi", "Stop sending";
    STOPPED = "L’envoi est annulé : rien n’a été joint.", "Stopped: nothing was attached.";
    NO_ROOM = "Cette fiche a déjà 50 fichiers : retirez-en un d’abord.", "This record has 50 files already: remove one first.";
    NO_PICTURE = "Ce fichier n’est pas une image JPEG, PNG ou WebP.", "This file is no JPEG, PNG or WebP picture.";
    NO_DOCUMENT = "Ce fichier n’est pas un PDF.", "This file is no PDF.";
    HEAVY_PICTURE = "Cette image pèse plus de 10 Mo : réduisez-la d’abord.", "This picture is over 10 MB: make it smaller first.";
    HEAVY_DOCUMENT = "Ce document pèse plus de 20 Mo : allégez-le d’abord.", "This document is over 20 MB: make it lighter first.";
    LARGE_PICTURE = "Cette image a plus de 50 millions de pixels : réduisez-la d’abord.", "This picture has over 50 million pixels: make it smaller first.";
    BROKEN_PICTURE = "Cette image est abîmée ou incomplète : enregistrez-la de nouveau.", "This picture is damaged or incomplete: save it again.";
    BROKEN_DOCUMENT = "Ce PDF est abîmé ou incomplet : enregistrez-le de nouveau.", "This PDF is damaged or incomplete: save it again.";
    ADDED = "Le fichier est joint à la fiche.", "The file is attached to the record.";
    DESCRIBE = "Modifier le texte", "Change the words";
    DESCRIBED = "Le texte du fichier est enregistré.", "The words of the file are saved.";
    SAVE = "Enregistrer ce texte", "Save these words";
    CLOSE = "Abandonner", "Cancel";
    EARLIER = "Avancer", "Move earlier";
    LATER = "Reculer", "Move later";
    MOVED = "Le nouvel ordre est enregistré.", "The new order is saved.";
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
