package org.glomera.study;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record's component that may be absent in a file of {@link StudyJson} and then has the given value; with that
 * value it is not written. So a setting that came later neither makes older files unreadable nor changes what is written
 * of them.
 *
 * <pre>
 * record Training(double learningRate, &#64;WhenAbsent("0.9") double beta1, &#64;WhenAbsent("[]") List&lt;String&gt; remarks)
 * </pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface WhenAbsent {

    /** The value as JSON, for instance {@code 0.9}, {@code []}, {@code "NaN"} with its quotes. */
    String value();
}
