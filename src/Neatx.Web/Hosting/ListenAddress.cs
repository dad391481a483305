using System.Net;
using System.Net.Sockets;

namespace Neatx.Web.Hosting;

/// <summary>Whether the server can listen where it is told to, found out before anything slow is done.</summary>
internal static class ListenAddress
{
    /// <exception cref="NeatxException">An address is none, is taken, or is not of this machine; and what to say instead.</exception>
    public static void Check(IReadOnlyList<string> urls)
    {
        foreach (var url in urls)
        {
            if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
                || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.PathAndQuery != "/")
                throw new NeatxException($"--urls takes addresses as http://localhost:5081 or https://0.0.0.0:5443 (ports to 65535); found '{url}'.");
            foreach (var end in EndsOf(address)) Try(url, end);
        }
    }

    /// <summary>Names other than localhost mean all of the machine, as the platform has it.</summary>
    private static IEnumerable<IPEndPoint> EndsOf(Uri address)
    {
        if (IPAddress.TryParse(address.DnsSafeHost, out var number)) return [new(number, address.Port)];
        return [new(address.IsLoopback ? IPAddress.Loopback : IPAddress.Any, address.Port)];
    }

    private static void Try(string url, IPEndPoint end)
    {
        using var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(end);
        }
        catch (SocketException error)
        {
            throw new NeatxException(
                error.SocketErrorCode switch
                {
                    SocketError.AddressAlreadyInUse => $"Something else listens on {url} already: another 'neatx serve', or another program. Stop it, or take another port: --urls http://localhost:5081",
                    SocketError.AccessDenied => $"You may not listen on {url}: ports below 1024 are for the administrator. Take another: --urls http://localhost:5081",
                    SocketError.AddressNotAvailable => $"{url} is no address of this machine. Take one that is: --urls http://localhost:5081",
                    _ => $"The server cannot listen on {url}: {error.Message}. Take another address: --urls http://localhost:5081",
                },
                error);
        }
    }
}
