package org.glomera.ui.comparison;

import java.util.function.Supplier;

import org.eclipse.swt.graphics.Image;

/** What the blocks of a page ask of the editor that they stand in. Only on the UI thread. */
interface Host {

    /** Fonts, colours and images. */
    Look look();

    /** A small picture of a run's colour and mark; null when no such run is compared. */
    Image mark(String run);

    /** Selects a case everywhere; empty for none. */
    void choose(String caseId);

    /** Runs a command about the selected case. */
    void run(String command);

    /** A table has the keyboard now, or has it no more: the command Copy is about it. */
    void focused(TableView table, boolean hasFocus);

    /**
     * Asks for a file and writes it in the background.
     *
     * @param name proposed name of the file, with its ending
     * @param content makes what is written, on a job's thread
     */
    void save(String name, Supplier<byte[]> content);
}
