# SPDX-License-Identifier: Apache-2.0
# What is installed, and the Debian package of it: scripts/package makes that. One package for each release of Debian,
# since the libraries that it depends on have other names in each.
include(GNUInstallDirs)

install(TARGETS paceline RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(PROGRAMS packaging/paceline-as-service DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/paceline.service DESTINATION lib/systemd/system)
install(FILES packaging/default DESTINATION /etc/default RENAME paceline)
install(FILES README.md CHANGELOG.md packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/operating docs/api DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "sales performance: quotas of activities, counted as they happen")
set(CPACK_PACKAGE_CONTACT "the Paceline authors <paceline@paceline.example>")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/package")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata, passwd, util-linux")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${CMAKE_SOURCE_DIR}/packaging/debian/postinst" "${CMAKE_SOURCE_DIR}/packaging/debian/prerm"
                                       "${CMAKE_SOURCE_DIR}/packaging/debian/postrm" "${CMAKE_SOURCE_DIR}/packaging/debian/conffiles")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
