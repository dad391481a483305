using System.Globalization;
using Neatx.Load;

// A server and its store at the size of an archive, on this machine. See bench/README.md.
//     dotnet run --project bench/Neatx.Load -c Release -- [raters] [seconds] [images] [rated before]
//     dotnet run --project bench/Neatx.Load -c Release -- store [images] [findings] [connection to PostgreSQL]
switch (args)
{
    case ["serve", var folder, var images, var rated, var raters]:
        await LoadedServer.Run(folder, Whole(images), Whole(rated), Whole(raters));
        break;
    case ["store", ..]:
        await StoreScenarios.Run(Read(1, 273_000, 100, 1_000_000), Read(2, 4, 1, 8), args.Length > 3 ? args[3] : null);
        break;
    default:
        var all = Read(2, 273_000, 100, 1_000_000);
        await Scenarios.Steady(Read(0, 100, 1, 500), Read(1, 30, 5, 300), all, Math.Min(all, Read(3, 50_000, 0, 1_000_000)));
        await Scenarios.Race(clients: 200, images: 400);
        break;
}

int Read(int index, int otherwise, int least, int most) => args.Length > index ? Math.Clamp(Whole(args[index]), least, most) : otherwise;

static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
