package org.glomera.image.nifti;

/** What is wrong with a NIfTI file's header: the part of the user's sentence that follows the file's name. */
final class NiftiProblem extends Exception {

    private static final long serialVersionUID = 1L;

    NiftiProblem(String predicate) {
        super(predicate);
    }
}
