using System.Text.Json.Nodes;

namespace Workflows.WeComEmulator.Calls;

/// <summary>One address of the platform.</summary>
internal sealed record ApiMethod(string Path, string Verb, Func<Call, JsonObject> Act)
{
    private const string Prefix = "/cgi-bin/";

    public static ApiMethod Get(string path, Func<Call, JsonObject> act) => new(Prefix + path, HttpMethods.Get, act);

    public static ApiMethod Post(string path, Func<Call, JsonObject> act) => new(Prefix + path, HttpMethods.Post, act);
}
