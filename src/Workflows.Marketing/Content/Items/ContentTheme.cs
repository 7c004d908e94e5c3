using System.Text.Json.Serialization;

namespace Workflows.Marketing.Content;

/// <summary>What a content speaks of; Moments need one (S2-42), and experts have their own (S4-38).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContentTheme>))]
public enum ContentTheme
{
    /// <summary>The person who posts (人设).</summary>
    [JsonStringEnumMemberName("persona")]
    Persona,

    /// <summary>Knowledge (干货).</summary>
    [JsonStringEnumMemberName("knowledge")]
    Knowledge,

    /// <summary>Products (产品销售).</summary>
    [JsonStringEnumMemberName("sales")]
    Sales,

    /// <summary>An expert's help with the product (专业内容).</summary>
    [JsonStringEnumMemberName("expert")]
    Expert,
}
