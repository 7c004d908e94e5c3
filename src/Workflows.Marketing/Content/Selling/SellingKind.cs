using System.Text.Json.Serialization;

namespace Workflows.Marketing.Content;

/// <summary>How a daily selling post sells (S2-44); kinds alternate.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SellingKind>))]
public enum SellingKind
{
    /// <summary>Products or events, pushed from time to time (周期推送).</summary>
    [JsonStringEnumMemberName("push")]
    Push,

    /// <summary>Coupons (发券).</summary>
    [JsonStringEnumMemberName("coupon")]
    Coupon,

    /// <summary>Something fun to take part in (趣味互动).</summary>
    [JsonStringEnumMemberName("interaction")]
    Interaction,
}
