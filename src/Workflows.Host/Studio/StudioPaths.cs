namespace Workflows.Host.Studio;

/// <summary>Where the pages of the designer are.</summary>
internal static class StudioPaths
{
    /// <summary>Everything that people look at.</summary>
    public const string Root = "/studio";

    /// <summary>The base path of Elsa Studio; its own files and our pages around it.</summary>
    public const string Elsa = "/studio/elsa";

    public const string Definitions = Elsa + "/workflows/definitions";
    public const string Instances = Elsa + "/workflows/instances";
    public const string Assets = Root + "/assets";
    public const string SignIn = Root + "/sign-in";
    public const string SignOut = Root + "/sign-out";
    public const string Setup = Root + "/setup";

    /// <summary>A page of ours to go to; anything else is the list of journeys.</summary>
    public static string Next(string? wanted) =>
        wanted is not null
        && wanted.StartsWith(Root + "/", StringComparison.Ordinal)
        && !wanted.Contains('\\', StringComparison.Ordinal)
        && !wanted.Contains("//", StringComparison.Ordinal)
            ? wanted
            : Definitions;
}
