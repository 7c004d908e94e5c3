using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>
/// Welcome plans as JSON: <c>{"rules":[{"name","states":[…],"staff":[…],"stores":[…],"text","attachments":[{"kind":"link",…}],"leftToJourney"}]}</c>.
/// </summary>
public static class WelcomePlanJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        MaxDepth = 16,
    };

    /// <summary>Reads a plan.</summary>
    /// <returns>The plan, or what is wrong with the text.</returns>
    public static (WelcomePlan? Plan, IReadOnlyList<Diagnostic> Diagnostics) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize<WelcomePlan>(json, Options) is { } plan
                ? (plan, [])
                : (null, [Unreadable("$")]);
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            return (null, [Unreadable((broken as JsonException)?.Path ?? "$")]);
        }
    }

    /// <summary>Writes a plan; <see cref="Read"/> gives it back.</summary>
    public static string Write(WelcomePlan plan) => JsonSerializer.Serialize(plan, Options);

    private static Diagnostic Unreadable(string path) =>
        new(
            WelcomeCodes.Unreadable,
            "This is no welcome plan.",
            path,
            Remedy: "Write an object with rules; each has a name, and states, staff, stores, text, attachments or leftToJourney."
        );
}
