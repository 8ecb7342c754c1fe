package io.quanmin.local.demo;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** What a demo photo shows: a problem on a street, or the same street put right. */
enum Scene {
    GARBAGE("exposed-garbage", Scene::garbage),
    RUBBLE("piled-rubble", Scene::rubble),
    STICKERS("illegal-stickers", Scene::stickers),
    VENDOR("occupying-pavement", Scene::vendor),
    MANHOLE("missing-manhole-cover", Scene::manhole),
    LAMP("broken-street-lamp", Scene::lamp),
    BURST_PIPE("burst-pipe", Scene::burstPipe),
    COLLAPSE("road-collapse", Scene::collapse),
    TREE("fallen-tree", Scene::tree),
    SHARED_BIKES("shared-bikes", Scene::sharedBikes),
    DIRTY_WATER("dirty-water", Scene::dirtyWater),
    SMOKE("fire-or-gas", Scene::smoke);

    private final String type;
    private final Consumer<Street> problem;

    Scene(String type, Consumer<Street> problem) {
        this.type = type;
        this.problem = problem;
    }

    /** Code of the type of problem it shows. */
    String type() {
        return type;
    }

    /** A JPEG of the problem. */
    byte[] before(long seed) {
        Street street = new Street(seed);
        problem.accept(street);
        return jpeg(street);
    }

    /** A JPEG of the same street, put right: swept, with a fresh tree. */
    byte[] after(long seed) {
        Street street = new Street(seed);
        healthyTree(street, 220);
        cleaner(street);
        return jpeg(street);
    }

    private static byte[] jpeg(Street street) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(street.image(), "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void garbage(Street on) {
        Random random = on.random();
        on.fill(new Color(0, 0, 0, 50));
        on.oval(600, 668, 460, 46);
        for (int i = 0; i < 9; i++) {
            int x = 420 + random.nextInt(360);
            int y = 560 + random.nextInt(90);
            on.fill(new Color[] {new Color(0x2F3B40), new Color(0x3F6E8C), new Color(0x7C5A3C)}[random.nextInt(3)]);
            on.oval(x, y, 100, 92);
            on.fill(new Color(255, 255, 255, 60));
            on.oval(x - 18, y - 20, 26, 18);
        }
        for (int i = 0; i < 14; i++) {
            on.fill(new Color[] {new Color(0xE3B23C), new Color(0xD1495B), new Color(0xEDEDED)}[random.nextInt(3)]);
            on.rounded(330 + random.nextInt(540), 640 + random.nextInt(60), 26, 16, 5);
        }
    }

    private static void rubble(Street on) {
        Random random = on.random();
        on.fill(new Color(0xA1887F));
        on.polygon(360, 690, 470, 560, 590, 520, 720, 570, 850, 690);
        for (int i = 0; i < 36; i++) {
            int grey = 120 + random.nextInt(90);
            on.fill(new Color(grey, grey - 8, grey - 18));
            int x = 380 + random.nextInt(440);
            int y = 580 + random.nextInt(110);
            on.polygon(x, y, x + 36, y - 14, x + 50, y + 14, x + 16, y + 26);
        }
    }

    private static void stickers(Street on) {
        Random random = on.random();
        on.fill(new Color(0xB0BEC5));
        on.box(560, 250, 70, 440);
        for (int i = 0; i < 11; i++) {
            on.fill(new Color[] {Color.WHITE, new Color(0xFFE082), new Color(0xF8BBD0)}[random.nextInt(3)]);
            int x = 548 + random.nextInt(60);
            int y = 270 + random.nextInt(330);
            on.rounded(x, y, 46, 58, 3);
            on.fill(new Color(0xC62828));
            on.box(x + 8, y + 10, 30, 6);
            on.fill(new Color(0x455A64));
            on.box(x + 8, y + 24, 30, 4);
            on.box(x + 8, y + 34, 22, 4);
        }
    }

    private static void vendor(Street on) {
        on.fill(new Color(0xC0564B));
        on.polygon(400, 440, 800, 440, 850, 520, 350, 520);
        on.fill(new Color(0xF5E6D0));
        for (int x = 380; x < 840; x += 92) {
            on.polygon(x, 520, x + 46, 520, x + 40, 446, x + 6, 446);
        }
        on.fill(new Color(0x6D4C41));
        on.box(390, 600, 420, 20);
        on.line(8, 380, 520, 380, 690);
        on.line(8, 820, 520, 820, 690);
        for (int i = 0; i < 16; i++) {
            on.fill(new Color[] {new Color(0xE67E22), new Color(0x7CB342), new Color(0xD84315)}[i % 3]);
            on.circle(410 + i * 25, 586, 15);
        }
    }

    private static void manhole(Street on) {
        on.fill(new Color(0x4E5357));
        on.oval(600, 770, 300, 118);
        on.fill(new Color(0x101314));
        on.oval(600, 774, 256, 94);
        on.fill(new Color(0x2A2E31));
        on.oval(600, 794, 190, 50);
        on.fill(new Color(0x7D8488));
        on.oval(880, 740, 220, 60);
        on.fill(new Color(0x646B6F));
        on.oval(880, 736, 170, 42);
    }

    private static void lamp(Street on) {
        on.fill(new Color(0x455A64));
        on.box(594, 210, 18, 470);
        on.line(14, 602, 216, 730, 190);
        on.fill(new Color(0x37474F));
        on.polygon(690, 180, 780, 176, 770, 206, 700, 208);
        on.fill(new Color(0xD1495B));
        on.line(8, 700, 240, 770, 300);
        on.line(8, 770, 240, 700, 300);
    }

    private static void burstPipe(Street on) {
        on.fill(new Color(0x7FB2D6));
        on.oval(600, 790, 820, 130);
        on.fill(new Color(0xA9D0EA));
        on.oval(600, 784, 520, 70);
        for (int i = -6; i <= 6; i++) {
            on.fill(new Color(190, 225, 245, 210));
            on.line(12, 600, 780, 600 + i * 34, 500 + Math.abs(i) * 26);
        }
    }

    private static void collapse(Street on) {
        on.fill(new Color(0x4A4038));
        on.polygon(380, 750, 470, 706, 640, 716, 800, 700, 860, 780, 760, 850, 560, 860, 420, 830);
        on.fill(new Color(0x2B2420));
        on.polygon(440, 770, 520, 736, 660, 742, 780, 736, 800, 790, 720, 830, 560, 836, 470, 816);
        on.fill(new Color(0xE67E22));
        on.polygon(300, 700, 330, 610, 360, 700);
        on.fill(Color.WHITE);
        on.box(314, 650, 32, 14);
    }

    private static void tree(Street on) {
        on.fill(new Color(0x6D4C41));
        on.line(44, 300, 690, 640, 520);
        on.line(22, 520, 580, 640, 690);
        for (int i = 0; i < 12; i++) {
            on.fill(new Color(0x4C8C4A + i * 0x000300));
            on.circle(620 + on.random().nextInt(260), 430 + on.random().nextInt(220), 62);
        }
    }

    private static void sharedBikes(Street on) {
        for (int i = 0; i < 8; i++) {
            int x = 260 + i * 90;
            on.fill(new Color(0x37474F));
            on.circle(x, 660, 42);
            on.circle(x + 96, 664, 42);
            on.fill(new Color(0xC9C3B8));
            on.circle(x, 660, 33);
            on.circle(x + 96, 664, 33);
            on.fill(i % 2 == 0 ? new Color(0xF4B400) : new Color(0x1E88E5));
            on.line(9, x, 660, x + 40, 596);
            on.line(9, x + 40, 596, x + 96, 664);
            on.line(9, x + 20, 590, x + 60, 600);
        }
    }

    private static void dirtyWater(Street on) {
        on.fill(new Color(0x5C6B54));
        on.box(0, 700, Street.WIDTH, 200);
        on.fill(new Color(0x6F7F5F));
        for (int y = 720; y < 890; y += 34) {
            on.box(on.random().nextInt(200), y, 760, 6);
        }
        for (int i = 0; i < 16; i++) {
            on.fill(i % 2 == 0 ? new Color(0xECEFF1) : new Color(0xD98E32));
            on.oval(120 + on.random().nextInt(960), 730 + on.random().nextInt(140), 44, 20);
        }
    }

    private static void smoke(Street on) {
        on.fill(new Color(0xE65100));
        on.polygon(540, 560, 580, 440, 610, 510, 640, 420, 690, 560);
        on.fill(new Color(0xFFB300));
        on.polygon(575, 560, 605, 490, 640, 560);
        for (int i = 0; i < 14; i++) {
            on.fill(new Color(60, 60, 64, 120));
            on.circle(610 + on.random().nextInt(160) - 60, 400 - i * 24, 50 + i * 5);
        }
    }

    private static void healthyTree(Street on, int x) {
        on.fill(new Color(0x6D4C41));
        on.box(x - 10, 480, 20, 190);
        on.fill(new Color(0x5E9C5B));
        on.circle(x, 420, 84);
        on.circle(x - 54, 466, 60);
        on.circle(x + 54, 466, 60);
    }

    private static void cleaner(Street on) {
        on.fill(new Color(0xF57C00));
        on.rounded(868, 520, 70, 96, 22);
        on.fill(new Color(0xFFE0B2));
        on.circle(903, 494, 30);
        on.fill(new Color(0xF9A825));
        on.oval(903, 476, 78, 22);
        on.fill(new Color(0x37474F));
        on.box(880, 612, 18, 66);
        on.box(908, 612, 18, 66);
        on.fill(new Color(0x8D6E63));
        on.line(7, 860, 540, 800, 676);
    }
}
