package org.glomera.dicom;

import java.util.List;

/** The names of kidneys that hospitals and programs commonly use, by language. */
final class CommonKidneyNames {

    private static final List<String> RIGHT = List.of(
            "(entire |whole )?kidney ?(r|rt|right)( whole)?", "(entire |whole )?(r|rt|right) ?kidney( structure)?",
            "niere ?(r|re|recht|rechts|rechte)", "(r|re|rechte|rechter|rechts) ?niere",
            "njure ?(h|hö|ho|höger|hoger)", "(hö|ho|höger|hoger) ?njure",
            "nyre ?(h|høyre|højre|hoyre|hojre)", "(høyre|højre|hoyre|hojre) ?nyre",
            "oikea munuainen", "munuainen ?(oikea|oik)",
            "nier ?(r|re|rechts)", "(r|re|rechter|rechts) ?nier",
            "rein ?(d|dr|dt|drt|droit)", "(d|dt|droit) rein",
            "ri(ñ|n)(ó|o)n ?(d|der|dch|dcho|derecho)", "rene ?(d|dx|ds|dex|destro)", "(dx|destro) rene",
            "rim ?(d|dir|dto|direito)", "ren ?(d|dx|dex|dext|dexter)",
            "nerka ?(p|pr|prawa)", "prawa nerka", "ledvina ?(p|prav(á|a))", "prav(á|a) (ledvina|obli(č|c)ka)",
            "obli(č|c)ka prav(á|a)", "jobb( oldali)? vese", "vese jobb", "sa(ğ|g) b(ö|o)brek", "b(ö|o)brek sa(ğ|g)",
            "δεξι(ό|ο)ς νεφρ(ό|ο)ς", "(правая|прав|пр) почка", "почка (правая|прав|пр)",
            "右(侧|側)?(肾|腎)(脏|臟|臓)?", "(오른쪽|우측|우) ?(신장|콩팥)");

    private static final List<String> LEFT = List.of(
            "(entire |whole )?kidney ?(l|lt|left)( whole)?", "(entire |whole )?(l|lt|left) ?kidney( structure)?",
            "niere ?(l|li|link|links|linke)", "(l|li|linke|linker|links) ?niere",
            "njure ?(v|vä|va|vänster|vanster)", "(vä|va|vänster|vanster) ?njure",
            "nyre ?(v|venstre)", "venstre ?nyre",
            "vasen munuainen", "munuainen ?(vasen|vas)",
            "nier ?(l|li|links)", "(l|li|linker|links) ?nier",
            "rein ?(g|ga|gch|gche|gauche)", "(g|ga|gauche) rein",
            "ri(ñ|n)(ó|o)n ?(i|iz|izq|izdo|izqdo|izquierdo)", "rene ?(s|sx|sn|sin|sinistro)", "(sx|sinistro) rene",
            "rim ?(e|esq|esquerdo)", "ren ?(s|sin|sinister)",
            "nerka ?(l|lewa)", "lewa nerka", "ledvina ?(l|lev(á|a))", "(lev(á|a)|(ľ|l)av(á|a)) (ledvina|obli(č|c)ka)",
            "obli(č|c)ka (ľ|l)av(á|a)", "bal( oldali)? vese", "vese bal", "sol b(ö|o)brek", "b(ö|o)brek sol",
            "αριστερ(ό|ο)ς νεφρ(ό|ο)ς", "(левая|лев) почка", "почка (левая|лев)",
            "左(侧|側)?(肾|腎)(脏|臟|臓)?", "(왼쪽|좌측|좌) ?(신장|콩팥)");

    private static final List<String> SIDELESS = List.of(
            "kidneys?( ?(\\d{1,2}|both|bilat|bilateral|total|all|combined|structure))?",
            "kidneys? ?(l ?\\+? ?r|r ?\\+? ?l|left (and )?right|right (and )?left)",
            "(both|bilateral|left and right|right and left|total|all) kidneys?",
            "nieren?( ?(\\d{1,2}|bds|beide|beidseits))?", "beide nieren", "njur(e|ar|arna)( ?\\d{1,2})?",
            "nyrer?( ?\\d{1,2})?", "munuais(et|ten)", "reins?( ?\\d{1,2})?", "(les )?(deux|2) reins",
            "ri(ñ|n)(ó|o)n(es)?( ?\\d{1,2})?", "ren(i|e|es)( ?\\d{1,2})?", "ri(m|ns)( ?\\d{1,2})?",
            "nerki", "nerka", "ledviny", "ledvina", "obli(č|c)k(y|a)", "ves(é|e)k", "vese", "b(ö|o)brek(ler)?",
            "νεφροί", "почк(и|а)", "(双|雙|两|兩|両)?(侧|側)?(肾|腎)(脏|臟|臓)?", "(양측 ?)?(신장|콩팥)");

    private CommonKidneyNames() {
    }

    static KidneyStructures make() {
        return new KidneyStructures(RIGHT, LEFT, SIDELESS);
    }
}
