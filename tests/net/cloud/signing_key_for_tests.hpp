// A signing key that only tests use: making one takes a second.
#pragma once

#include <string_view>

namespace paneltwin::net::cloud {

inline constexpr std::string_view signing_key_for_tests =
    R"key({"kty":"RSA","kid":"test-key","e":"AQAB","n":"v5O_qU3QCsiwRevbHT0iFzYUIU_-TMt8uau5xRZsOOQoOgfbne)key"
    R"key(I8cadhd-OeiKdlBsod_yQyPQjXOgCm_F7cioB732Oomt7YlgKiICbuHCt1vYOqNKU-8PZ441lUfmXPaLfqm7IfDZ7zEP1bVG)key"
    R"key(OFJ5kjUxkV_AzukfR_7THeP-pY05vMoy9HNK9WOfvmABi85E4BsxZg9YZAKpFTqz19hB09yKpdmpBl8xBK_8ch2tsVV1JnDP)key"
    R"key(dBOVmxxD64FG3avZ-_1cI1LA5IvLGpf4T9JPTQQDLHFLlM4jl6L6aV7DdXaRl6gftM5-l1nO1w4R8yBZmHgWf7qYSK3wAGJR)key"
    R"key(3AnQ","d":"FBmQVlcPqNH9jJh-WMb9OKo32nbmG3COGXzm9MKxgBaQEeaZKCuAY_xHwahkDbpiYx_5nbdSfgzbZ_6BhqD9S)key"
    R"key(prIZFu0aOtQlgyYrf7npJT6uXOC_BsKS4XQkSniL5DG_hmtx8AcefVfUz0BxAzc_5aVmjZblCJXNYENmvlMdDAXeUxx52vPe)key"
    R"key(NgC-MQI2PAaqG52gWAUQ9vQaY_VXz9CRIGAhrlujN0hW2WDmWAM6HU0FEXXIalTzyq2NhtGbQZMeetCtzTvb6UTGXkOjSel2)key"
    R"key(3Vo-s6eWUBpRLsDptdInQhIldeeaTItjvXax_Kz_7khM9ONkPaacJj9suvQ3OO8gQ","p":"9zIpjYWxU73KbMI8PmEVuLg_)key"
    R"key(5r00RbqaMptDMCaU9A3eQgzWOlHY5i3P5sa82cHfVI3sIqy4XNDoBbBiG1xA9WKS4S4ax7C3gotx8E8MSDhzqPyZ1db4WNfJ)key"
    R"key(VTOndRSBd1syIj5VChcxkYasLnmuxRCzUld3S6bMbt9P8X5xrsU","q":"xmZ5uPCaI4reg99vxYTECV1OoP93kJWdHP8jSd)key"
    R"key(NqYRzAXBQ3bCvWZH9yw9-MzYOu425V6FwPCG3cQBPOcdF3JywACeZdKkuqEcA1vp3_XuEQjPiOByNKnSz6VN5mgHCfLbagcp)key"
    R"key(frHDOgJbH5VMfANtyYtyezNEjiK1dY9-Hr5_k","dp":"dTi-Z7QsYQ-xPF3nf5U-XbhR5TN35FEW6kSiWeUR4aHp8dxwgnt)key"
    R"key(ppc23tzIrQAAlzcz3W4IYcztFq9z2yQ64ZyT1jf71CBkPDMLfpxt1MZJDlrEiqjskzcyWVucF1AmDU3xVi9OPNBfHk8EPSYK)key"
    R"key(-lAjVYIjFs4RHkZQoLtbNRhk","dq":"LAXlEIJi0Wwo_73-gSd6kFFh9xt4nl50ZFDAtcrxmebVUBk0Sw5XHimhf5EFHz0O)key"
    R"key(-2wqJ8r1kvs9mgJLFrpR5CFBSPESzyXG8PVjd457ccQi9gTZDwBnuASY72gB-pIC4BPb-lF3W-SgrnyVRJimMAY25L0saHeb)key"
    R"key(p95T4X0B6ZE","qi":"6q87IfGAAveEZWUGFfwKXA8sV1YjLAmHXUqVjCOIqnP-cOTyryvRTJlzbxtPKTIv3nJXPhCjIJwoi)key"
    R"key(wcEYJiouhJrbP1OiKoberhR_91i0aREpvigs9lRQpOWL-CVKcRCeWHGReJWzJNPvVKYjy7nFDyF6VXg18g8US8-ioFUJ6s"})key";

}  // namespace paneltwin::net::cloud
