package org.glomera.pipeline;

import java.util.List;

/**
 * What an import did; it stands as {@code import.json} in the study folder. It names no patient as the hospital does.
 *
 * @param cases the cases of the study that come from this folder
 * @param alreadyThere how many of them an earlier import had made from the same files; 0 in the file, which does not
 *        depend on how often the import was started
 * @param leftOut what did not become part of a case
 */
public record ImportReport(List<ImportedCase> cases, int alreadyThere, List<LeftOutItem> leftOut) {

    /**
     * One case.
     *
     * @param caseId its folder in the study
     * @param acquisition {@code spect_ct} or {@code diagnostic_ct}
     * @param role {@code training}, {@code test} or {@code unassigned}
     * @param available which of {@code ct}, {@code spect}, {@code kidneys_ct}, {@code kidneys_spect} it has
     * @param remarks what a user should know about it
     */
    public record ImportedCase(String caseId, String acquisition, String role, List<String> available,
            List<String> remarks) {

        /** Copies the lists. */
        public ImportedCase {
            available = List.copyOf(available);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A file or series that was left out.
     *
     * @param what the file or folder relative to the folder that was read; in {@code import.json} without the names of
     *        folders, since hospitals put patients' names there
     * @param reason why, as a sentence
     * @param faulty whether something is wrong with it; false for what an import never takes, a text file for instance
     */
    public record LeftOutItem(String what, String reason, boolean faulty) {

        /** Both in a line; what is left out stands once, and not at all where it is the folder itself. */
        public String inWords() {
            return what.equals(".") || reason.startsWith(what + " ") ? reason : what + ": " + reason;
        }
    }

    /** Copies the lists. */
    public ImportReport {
        cases = List.copyOf(cases);
        leftOut = List.copyOf(leftOut);
    }

    /** Number of files and series that were left out because something is wrong with them. */
    public long faultyCount() {
        return leftOut.stream().filter(LeftOutItem::faulty).count();
    }
}
