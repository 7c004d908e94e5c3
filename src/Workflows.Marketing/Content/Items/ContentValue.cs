using System.Text.Json.Serialization;

namespace Workflows.Marketing.Content;

/// <summary>What a content is worth to its reader (S2-20…23).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContentValue>))]
public enum ContentValue
{
    /// <summary>Price and quality (实用).</summary>
    [JsonStringEnumMemberName("practical")]
    Practical,

    /// <summary>Fun, something of one's own (体验).</summary>
    [JsonStringEnumMemberName("experience")]
    Experience,

    /// <summary>Limited and exclusive, for a long time (增值).</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>Something to give (礼赠).</summary>
    [JsonStringEnumMemberName("gift")]
    Gift,

    /// <summary>It says who one is (身份).</summary>
    [JsonStringEnumMemberName("identity")]
    Identity,

    /// <summary>It brings people together (社交).</summary>
    [JsonStringEnumMemberName("social")]
    Social,
}
