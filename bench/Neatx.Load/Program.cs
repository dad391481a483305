using System.Globalization;
using Neatx.Load;

// The server under load, on loopback, client and server on this machine:
//     dotnet run --project bench/Neatx.Load -c Release -- [raters] [seconds] [images] [rated before]
if (args is ["serve", var folder, var images, var rated, var raters])
{
    await LoadedServer.Run(folder, Whole(images), Whole(rated), Whole(raters));
    return;
}

var all = Read(2, 273_000, 100, 1_000_000);
await Scenarios.Steady(Read(0, 100, 1, 500), Read(1, 30, 5, 300), all, Math.Min(all, Read(3, 50_000, 0, 1_000_000)));
await Scenarios.Race(clients: 200, images: 400);

int Read(int index, int otherwise, int least, int most) => args.Length > index ? Math.Clamp(Whole(args[index]), least, most) : otherwise;

static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
