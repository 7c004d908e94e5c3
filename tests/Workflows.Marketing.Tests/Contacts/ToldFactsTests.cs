using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Contacts;

public sealed class ToldFactsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Contact _contact = new(new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now));

    [Fact]
    public void Fold_TagGivenAndTaken_IsTheMarkOfThatMember()
    {
        Assert.True(Tell("wecom.tag_given", """{"staff":"li","tag":"猫"}"""));
        Assert.True(Tell("wecom.tag_given", """{"staff":"wang","tag":"猫"}"""));
        Assert.False(Tell("wecom.tag_given", """{"staff":"wang","tag":"猫"}"""));
        Assert.True(Tell("wecom.tag_taken", """{"staff":"li","tag":"猫"}"""));

        Assert.Equal("wang", Assert.Single(_contact.TagMarks).StaffId);
        Assert.True(Tell("wecom.tag_taken", """{"staff":"wang","tag":"猫"}"""));
        Assert.Empty(_contact.Tags);
    }

    [Fact]
    public void Fold_Profile_FillsOnlyWhatIsNotKnown()
    {
        _contact.SetAttribute("name", "林女士");

        Assert.True(Tell("wecom.profile_changed", """{"name":"小林","gender":"female","company":"山丘"}"""));
        Assert.False(Tell("wecom.profile_changed", """{"name":"小小林","gender":"male"}"""));

        Assert.Equal(
            ("林女士", "female", "山丘"),
            (_contact.Attribute("name"), _contact.Attribute("gender"), _contact.Attribute("company"))
        );
    }

    [Theory]
    [InlineData("wecom.friend_added", """{"staff":"li","source":"门店海报"}""", true)]
    [InlineData("group.joined", """{"group":"wrA","source":"门店海报"}""", true)]
    [InlineData("wecom.friend_edited", """{"source":"门店海报"}""", false)]
    [InlineData("wecom.friend_added", """{"staff":"li"}""", false)]
    public void Fold_Source_IsASourceTag(string type, string data, bool isTagged)
    {
        Tell(type, data);

        Assert.Equal(isTagged ? [TagFamily.Source] : [], _contact.TagMarks.Select(mark => mark.Family));
    }

    private bool Tell(string type, string data) => _contact.Fold(new ContactEvent("wecom", "1", type, Now, [], data));
}
