using System.Text.Json.Serialization;

namespace Workflows.Marketing.Content;

/// <summary>What a persona is to its customers (S4-37).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonaType>))]
public enum PersonaType
{
    /// <summary>The brand or its founder (创始人 IP).</summary>
    [JsonStringEnumMemberName("brand")]
    Brand,

    /// <summary>An expert who helps to understand and use the product (专业型 IP).</summary>
    [JsonStringEnumMemberName("expert")]
    Expert,

    /// <summary>Somebody who sells (销售型 IP).</summary>
    [JsonStringEnumMemberName("sales")]
    Sales,
}
