package org.glomera.render.scene;

import org.glomera.core.geometry.Vector3;

/**
 * The six sides from which the patient is looked at. Right and left are the patient's: seen from the front, the
 * patient's right is on the left of the picture.
 */
public enum StandardView {
    /** From the front, head up: the patient's right is on the left of the picture. */
    FRONT("Front", new Vector3(0, -1, 0), new Vector3(0, 0, 1)),
    /** From the back, head up: the patient's right is on the right of the picture. */
    BACK("Back", new Vector3(0, 1, 0), new Vector3(0, 0, 1)),
    /** From the patient's right, head up: the front is on the right of the picture. */
    RIGHT("Right", new Vector3(-1, 0, 0), new Vector3(0, 0, 1)),
    /** From the patient's left, head up: the front is on the left of the picture. */
    LEFT("Left", new Vector3(1, 0, 0), new Vector3(0, 0, 1)),
    /** From the head, front up: the patient's right is on the right of the picture. */
    HEAD("Head", new Vector3(0, 0, 1), new Vector3(0, -1, 0)),
    /** From the feet, front up, as axial slices are shown: the patient's right is on the left of the picture. */
    FEET("Feet", new Vector3(0, 0, -1), new Vector3(0, -1, 0));

    private final String title;
    private final Vector3 from;
    private final Vector3 up;

    StandardView(String title, Vector3 from, Vector3 up) {
        this.title = title;
        this.from = from;
        this.up = up;
    }

    /** What the side is called. */
    public String title() {
        return title;
    }

    /** The patient direction from the patient to the camera; length 1. */
    public Vector3 from() {
        return from;
    }

    /** The patient direction that points up in the picture; length 1. */
    public Vector3 up() {
        return up;
    }
}
