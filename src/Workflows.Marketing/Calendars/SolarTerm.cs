namespace Workflows.Marketing.Calendars;

/// <summary>The 24 solar terms (节气) in the order of a calendar year: the sun moves on by 15° from one to the next.</summary>
public enum SolarTerm
{
    /// <summary>小寒, minor cold: 285°, early January.</summary>
    Xiaohan,

    /// <summary>大寒, major cold: 300°.</summary>
    Dahan,

    /// <summary>立春, start of spring: 315°, early February.</summary>
    Lichun,

    /// <summary>雨水, rain water: 330°.</summary>
    Yushui,

    /// <summary>惊蛰, awakening of insects: 345°, early March.</summary>
    Jingzhe,

    /// <summary>春分, spring equinox: 0°.</summary>
    Chunfen,

    /// <summary>清明, clear and bright: 15°, early April.</summary>
    Qingming,

    /// <summary>谷雨, grain rain: 30°.</summary>
    Guyu,

    /// <summary>立夏, start of summer: 45°, early May.</summary>
    Lixia,

    /// <summary>小满, grain buds: 60°.</summary>
    Xiaoman,

    /// <summary>芒种, grain in ear: 75°, early June.</summary>
    Mangzhong,

    /// <summary>夏至, summer solstice: 90°.</summary>
    Xiazhi,

    /// <summary>小暑, minor heat: 105°, early July.</summary>
    Xiaoshu,

    /// <summary>大暑, major heat: 120°.</summary>
    Dashu,

    /// <summary>立秋, start of autumn: 135°, early August.</summary>
    Liqiu,

    /// <summary>处暑, end of heat: 150°.</summary>
    Chushu,

    /// <summary>白露, white dew: 165°, early September.</summary>
    Bailu,

    /// <summary>秋分, autumn equinox: 180°.</summary>
    Qiufen,

    /// <summary>寒露, cold dew: 195°, early October.</summary>
    Hanlu,

    /// <summary>霜降, frost's descent: 210°.</summary>
    Shuangjiang,

    /// <summary>立冬, start of winter: 225°, early November.</summary>
    Lidong,

    /// <summary>小雪, minor snow: 240°.</summary>
    Xiaoxue,

    /// <summary>大雪, major snow: 255°, early December.</summary>
    Daxue,

    /// <summary>冬至, winter solstice: 270°.</summary>
    Dongzhi,
}
