namespace Workflows.Host.Http;

/// <summary>What triggers and bookmarks of HTTP endpoints are found by.</summary>
internal static class HttpKey
{
    /// <summary>The name of their stimuli.</summary>
    public const string Stimulus = "Elsa.HttpEndpoint";

    /// <summary>A path without slashes at its ends; letters compare without case, as routes do.</summary>
    public static string PathOf(string? path) => (path ?? "").Trim().Trim('/').ToLowerInvariant();

    /// <summary>Path, method and whether the caller has to be known: who is not never finds what is for those who are.</summary>
    public static string Of(string path, string method, bool authorize) =>
        $"{PathOf(path)}:{method.ToUpperInvariant()}{(authorize ? ":authorize" : "")}";
}
