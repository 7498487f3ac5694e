package org.glomera.cli.task;

/** Texts from files of others, safe to print: nothing in them moves the terminal's cursor. */
final class ModelText {

    private ModelText() {
    }

    /** Without control characters. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** Without control characters but line feeds. */
    static String lines(String text) {
        return text.replace("\r", "").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
    }
}
