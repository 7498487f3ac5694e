/**
 * The study folder: cases, runs and experiments and the JSON and CSV files that hold them.
 *
 * <pre>
 * study.json                   {@link org.glomera.study.StudyInfo}; its format number stands for the whole folder
 * cases/ID/case.json           {@link org.glomera.study.CaseInfo}, beside the images, {@link org.glomera.study.CaseFile}
 * cases/ID/frames.json         {@link org.glomera.study.CaseFrames}
 * cases/ID/registration.json   {@link org.glomera.study.CaseRegistration}, where the SPECT was brought onto the CT;
 *                              registration.proposed.json where that waits to be looked at
 * prepared/NAME/               features of one network
 * runs/NAME/run.json           {@link org.glomera.study.RunInfo}
 * runs/NAME/curve.csv          {@link org.glomera.study.Curve}
 * runs/NAME/progress.json      {@link org.glomera.study.RunProgress}
 * runs/NAME/preview/           {@link org.glomera.study.RunPreview} and one label map an epoch
 * experiments/NAME/experiment.json   {@link org.glomera.study.ExperimentInfo}
 * experiments/NAME/cases.csv         {@link org.glomera.study.CaseResult}, one a row
 * experiments/NAME/remarks.csv       {@link org.glomera.study.CaseRemark}, one a row: why cells of cases.csv are empty
 * </pre>
 *
 * Nothing here keeps a file open or a value in memory between calls: every read looks at the disk. Every file is
 * bounded in size, checked when it is read, and written beside its place and moved into it. No method here may be
 * called by two writers at once unless they write different files: take {@link org.glomera.study.StudyFolder#lock()}.
 */
package org.glomera.study;
