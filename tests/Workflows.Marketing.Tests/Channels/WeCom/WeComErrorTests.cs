using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Tests.Channels.WeCom;

public sealed class WeComErrorTests
{
    [Theory]
    [InlineData(-1, "Busy")]
    [InlineData(45033, "Busy")]
    [InlineData(41063, "Busy")]
    [InlineData(41079, "Busy")]
    [InlineData(45009, "Limited")]
    [InlineData(41078, "Limited")]
    [InlineData(40014, "Token")]
    [InlineData(42001, "Token")]
    [InlineData(40001, "Configuration")]
    [InlineData(40013, "Configuration")]
    [InlineData(48002, "Configuration")]
    [InlineData(60020, "Configuration")]
    [InlineData(84061, "NotAFriend")]
    [InlineData(40096, "Recipient")]
    [InlineData(41048, "Nobody")]
    [InlineData(60111, "Sender")]
    [InlineData(40007, "Media")]
    [InlineData(40128, "Quota")]
    [InlineData(41051, "Refused")]
    [InlineData(987654, "Refused")]
    [InlineData(0, "None")]
    public void Of_Code_SaysWhatToDo(int code, string kind) => Assert.Equal(kind, WeComErrors.Of(code).Kind.ToString());

    [Fact]
    public void All_Codes_AreThereOnceWithWordsInBothLanguages()
    {
        Assert.Equal(WeComErrors.All.Count, WeComErrors.All.DistinctBy(error => error.Code).Count());
        Assert.All(WeComErrors.All, error => Assert.Matches(@"[\u4e00-\u9fff]", error.Official));
        Assert.All(WeComErrors.All, error => Assert.EndsWith(".", error.Meaning));
    }
}
