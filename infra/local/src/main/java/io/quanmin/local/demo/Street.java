package io.quanmin.local.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Paints an empty street: sky, houses, pavement and carriageway, a little different for each seed. */
final class Street {

    static final int WIDTH = 1200;
    static final int HEIGHT = 900;
    static final int PAVEMENT = 560;
    static final int ROAD = 680;

    private static final Color[] WALLS = {
        new Color(0xE8D8C4), new Color(0xD9E2E1), new Color(0xE6CFC0), new Color(0xCFD8DC), new Color(0xEADFC8)
    };

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();
    private final Random random;

    Street(long seed) {
        this.random = new Random(seed);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        sky();
        houses();
        ground();
    }

    BufferedImage image() {
        pen.dispose();
        return image;
    }

    Random random() {
        return random;
    }

    private void sky() {
        boolean evening = random.nextInt(4) == 0;
        Color top = evening ? new Color(0x7A86B8) : new Color(0x9CC9E8);
        Color low = evening ? new Color(0xF4C9A0) : new Color(0xE9F4F8);
        pen.setPaint(new GradientPaint(0, 0, top, 0, PAVEMENT, low));
        pen.fillRect(0, 0, WIDTH, PAVEMENT);
        fill(new Color(255, 255, 255, 140));
        for (int i = 0; i < 3; i++) {
            cloud(random.nextInt(WIDTH), 60 + random.nextInt(120));
        }
    }

    private void cloud(int x, int y) {
        circle(x, y, 34);
        circle(x + 38, y - 12, 44);
        circle(x + 84, y, 32);
    }

    private void houses() {
        for (int x = -random.nextInt(80); x < WIDTH; ) {
            int width = 170 + random.nextInt(130);
            house(x, width, 230 + random.nextInt(210));
            x += width + 6;
        }
    }

    private void house(int x, int width, int height) {
        int top = PAVEMENT - height;
        fill(WALLS[random.nextInt(WALLS.length)]);
        box(x, top, width, height);
        fill(new Color(0x8D6E63));
        box(x - 4, top - 12, width + 8, 14);
        fill(new Color(0x90A4AE));
        for (int row = top + 30; row < PAVEMENT - 110; row += 66) {
            for (int column = x + 20; column < x + width - 40; column += 58) {
                rounded(column, row, 34, 42, 4);
            }
        }
        fill(new Color(0x5D7B8A));
        rounded(x + width / 2 - 44, PAVEMENT - 86, 88, 86, 6);
        fill(random.nextBoolean() ? new Color(0xC0564B) : new Color(0x3E7C6B));
        box(x + width / 2 - 56, PAVEMENT - 104, 112, 20);
    }

    private void ground() {
        fill(new Color(0xC9C3B8));
        box(0, PAVEMENT, WIDTH, ROAD - PAVEMENT);
        pen.setColor(new Color(0xB5AEA2));
        pen.setStroke(new BasicStroke(2));
        for (int x = -40; x < WIDTH; x += 70) {
            pen.drawLine(x + 30, PAVEMENT, x, ROAD);
        }
        fill(new Color(0x9E978B));
        box(0, ROAD, WIDTH, 14);
        fill(new Color(0x6B7075));
        box(0, ROAD + 14, WIDTH, HEIGHT - ROAD - 14);
        fill(new Color(0xE6E2D6));
        for (int x = random.nextInt(60); x < WIDTH; x += 190) {
            box(x, 800, 110, 10);
        }
    }

    void fill(Color color) {
        pen.setColor(color);
    }

    void box(double x, double y, double width, double height) {
        pen.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void rounded(double x, double y, double width, double height, double arc) {
        pen.fill(new RoundRectangle2D.Double(x, y, width, height, arc, arc));
    }

    void oval(double x, double y, double width, double height) {
        pen.fill(new Ellipse2D.Double(x - width / 2, y - height / 2, width, height));
    }

    void circle(double x, double y, double radius) {
        oval(x, y, radius * 2, radius * 2);
    }

    void line(double width, double x1, double y1, double x2, double y2) {
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawLine((int) x1, (int) y1, (int) x2, (int) y2);
    }

    void polygon(int... points) {
        int count = points.length / 2;
        int[] xs = new int[count];
        int[] ys = new int[count];
        for (int i = 0; i < count; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        pen.fillPolygon(xs, ys, count);
    }
}
