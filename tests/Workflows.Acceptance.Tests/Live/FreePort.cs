using System.Net;
using System.Net.Sockets;

namespace Workflows.Acceptance.Tests.Live;

/// <summary>A port nobody listens on, so that a host can be started again at the same address.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
