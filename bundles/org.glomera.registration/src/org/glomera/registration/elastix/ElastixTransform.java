package org.glomera.registration.elastix;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.registration.RigidTransform;

/**
 * Reads elastix's Euler transform. Its positions are ITK's, which are patient coordinates as ours (LPS, millimetres); its
 * angles are radians; it turns by {@code Rz Rx Ry}, or by {@code Rz Ry Rx} when {@code ComputeZYX} is "true" (ITK's
 * Euler3DTransform); it goes from the fixed to the moving image, ours the other way.
 */
final class ElastixTransform {

    private static final int LONGEST_TEXT = 100_000;

    private ElastixTransform() {
    }

    /**
     * The transform, from moving to fixed.
     *
     * @param text a file {@code TransformParameters.0.txt}
     * @throws GlomeraException when the text is not an Euler transform of three dimensions with finite numbers
     */
    static RigidTransform movingToFixed(String text) throws GlomeraException {
        double[] p = numbers(text, "TransformParameters", 6);
        double[] c = numbers(text, "CenterOfRotationPoint", 3);
        boolean zyx = text.contains("(ComputeZYX \"true\")");
        if (!text.contains("(Transform \"EulerTransform\")") || !zyx && !text.contains("(ComputeZYX \"false\")")) {
            throw unreadable("it is no Euler transform");
        }
        Vector3 centre = new Vector3(c[0], c[1], c[2]);
        RigidTransform x = turn(centre, new Vector3(p[0], 0, 0));
        RigidTransform y = turn(centre, new Vector3(0, p[1], 0));
        RigidTransform rotation = turn(centre, new Vector3(0, 0, p[2])).after(zyx ? y.after(x) : x.after(y));
        return new RigidTransform(centre, rotation.rotationDegrees(), new Vector3(p[3], p[4], p[5])).inverse();
    }

    private static RigidTransform turn(Vector3 centre, Vector3 radians) {
        return new RigidTransform(centre, radians.times(180 / Math.PI), new Vector3(0, 0, 0));
    }

    private static double[] numbers(String text, String key, int count) throws GlomeraException {
        Matcher matcher = Pattern.compile("^\\(" + key + " ([-+0-9.eE ]{1,400})\\)", Pattern.MULTILINE)
                .matcher(text.length() > LONGEST_TEXT ? "" : text);
        if (!matcher.find()) {
            throw unreadable("it has no " + key);
        }
        try {
            double[] numbers = Arrays.stream(matcher.group(1).strip().split(" +")).mapToDouble(Double::parseDouble)
                    .filter(Double::isFinite).toArray();
            if (numbers.length == count) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            throw new GlomeraException(Kind.COMPUTATION, sentence("its " + key + " are not numbers"), e);
        }
        throw unreadable(String.format(Locale.ROOT, "its %s are not %d finite numbers", key, count));
    }

    private static GlomeraException unreadable(String why) {
        return new GlomeraException(Kind.COMPUTATION, sentence(why));
    }

    private static String sentence(String why) {
        return "elastix gave a result that cannot be read: " + why + ". Use the method mutual-information.";
    }
}
