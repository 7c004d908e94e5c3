using System.Text.Json;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>Which values of an activity go into the journal: its own settings, else those of what it stands in, else all.</summary>
internal sealed class LogPersistence
{
    private readonly bool _default;
    private readonly JsonElement _settings;

    private LogPersistence(bool includes, JsonElement settings) => (_default, _settings) = (includes, settings);

    /// <summary>All values.</summary>
    public static LogPersistence Everything { get; } = new(true, default);

    /// <summary>Reads the settings of an activity or workflow.</summary>
    /// <param name="customProperties">Its custom properties.</param>
    /// <param name="outer">The settings around it.</param>
    public static LogPersistence Read(JsonElement customProperties, LogPersistence outer)
    {
        var settings = customProperties.Member("logPersistenceConfig");
        if (settings.ValueKind is not (JsonValueKind.Object or JsonValueKind.String))
        {
            settings = customProperties.Member("logPersistenceMode");
        }
        return settings.ValueKind switch
        {
            JsonValueKind.String => new LogPersistence(Choice(settings) ?? outer._default, default),
            JsonValueKind.Object => new LogPersistence(Choice(settings.Member("default")) ?? outer._default, settings),
            _ when outer._settings.ValueKind == JsonValueKind.Undefined => outer,
            _ => new LogPersistence(outer._default, default),
        };
    }

    public bool IncludesInput(string name) => Choice(_settings.Member("inputs").Member(name)) ?? _default;

    public bool IncludesOutput(string name) => Choice(_settings.Member("outputs").Member(name)) ?? _default;

    /// <summary>A setting is the strategy's word, or an object that names the strategy's type; null inherits.</summary>
    private static bool? Choice(JsonElement json)
    {
        var word = json.ValueKind == JsonValueKind.Object ? json.Member("strategyType").AsText() : json.AsText();
        return word?.Split(',')[0].Split('.')[^1] switch
        {
            "Include" => true,
            "Exclude" => false,
            _ => null,
        };
    }
}
