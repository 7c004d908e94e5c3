using System.CommandLine;

namespace Workflows.Host.Commands.Places;

/// <summary><c>places</c>: stores, staff and groups.</summary>
internal static class PlacesCommand
{
    public static Command Describe(Terminal terminal) =>
        new("places", "Stores, staff and customer groups.")
        {
            PlacesImportCommand.Describe(terminal),
            NearestCommand.Describe(terminal),
        };
}
